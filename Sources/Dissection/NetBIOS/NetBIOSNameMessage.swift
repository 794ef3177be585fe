package import Packets

/// A message of the NetBIOS name service, which has the format of DNS (RFC 1002 §4.2).
package struct NetBIOSNameMessage: Equatable, Sendable {
  /// Questions, records, addresses and names of a status that are kept of one message.
  package static let maximumEntries = 256

  package struct Question: Equatable, Sendable {
    package var name: NetBIOSName
    /// 0x20 for a name, 0x21 for the status of a node.
    package var type: UInt16
  }

  package struct Record: Equatable, Sendable {
    package var name: NetBIOSName
    package var type: UInt16
    package var ttl: UInt32
    /// Owners of the name.
    package var addresses: [IPAddress] = []
    /// The name belongs to a group.
    package var isGroup = false
    /// All names of a node, in the answer to a status query.
    package var names: [NetBIOSName] = []
  }

  package var id: UInt16
  /// As in DNS; the lowest bit of the flag bits is "broadcast" here.
  package var flags: DNSFlags
  package var questions: [Question] = []
  package var records: [Record] = []
  package var damage: DissectionError?

  package var operation: Operation { Operation(rawValue: flags.opcode.rawValue) }
  package var isBroadcast: Bool { flags.isCheckingDisabled }

  /// What the message is about (RFC 1002 §4.2.1.1).
  package struct Operation: RawRepresentable, Hashable, Sendable {
    package var rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let query = Operation(rawValue: 0)
    package static let registration = Operation(rawValue: 5)
    package static let release = Operation(rawValue: 6)
    package static let wait = Operation(rawValue: 7)
    package static let refresh = Operation(rawValue: 8)
  }
}

extension NetBIOSNameMessage {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    id = try reader.readUInt16()
    flags = DNSFlags(rawValue: try reader.readUInt16())
    let questionCount = Int(try reader.readUInt16())
    var recordCount = 0
    for _ in 0..<3 { recordCount += Int(try reader.readUInt16()) }
    do throws(DissectionError) {
      for _ in 0..<questionCount {
        guard questions.count < Self.maximumEntries else { throw .tooLarge }
        let name = try NetBIOSName(&reader)
        questions.append(Question(name: name, type: try reader.readUInt16()))
        try reader.skip(2)
      }
      for _ in 0..<recordCount {
        guard records.count < Self.maximumEntries else { throw .tooLarge }
        records.append(try Record(&reader))
      }
    } catch {
      damage = error
    }
  }

  /// Whether a datagram is a message of the name service: its first name has to be one.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard let message = try? NetBIOSNameMessage(parsing: start),
      !message.questions.isEmpty || !message.records.isEmpty
    else { return .no }
    return .yes(message.flags.isResponse ? .server : .client)
  }
}

extension NetBIOSNameMessage.Record {
  fileprivate init(_ reader: inout ByteReader) throws(DissectionError) {
    name = try NetBIOSName(&reader)
    type = try reader.readUInt16()
    try reader.skip(2)
    ttl = try reader.readUInt32()
    var data = try reader.readPart(Int(try reader.readUInt16()))
    let limit = NetBIOSNameMessage.maximumEntries
    switch type {
    case 0x20:
      while data.remaining >= 6, addresses.count < limit {
        isGroup = try data.readUInt16() & 0x8000 != 0
        addresses.append(try data.readIPv4Address())
      }
    case 0x21:
      for _ in 0..<Int(try data.readUInt8()) where names.count < limit {
        var text = try data.readPart(15)
        let suffix = try data.readUInt8()
        let padded = try text.readText(limit: 15)
        let trimmed = padded.prefix { $0 != "\0" }.split(separator: " ").joined(separator: " ")
        names.append(NetBIOSName(text: trimmed, suffix: suffix))
        try data.skip(2)
      }
    default: break
    }
  }
}
