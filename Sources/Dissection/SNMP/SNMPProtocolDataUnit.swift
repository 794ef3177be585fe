package import Packets

/// What an SNMP message asks or says (RFC 3416 §3, RFC 1157 §4.1).
package struct SNMPProtocolDataUnit: Equatable, Sendable {
  /// Objects whose identifiers are kept.
  package static let maximumObjects = 64

  package enum Kind: UInt8, Sendable {
    case get, getNext, response, set, trap, getBulk, inform, trapV2, report

    /// Whether somebody has to answer.
    package var isRequest: Bool {
      switch self {
      case .get, .getNext, .set, .getBulk, .inform: true
      case .response, .trap, .trapV2, .report: false
      }
    }
  }

  package var kind: Kind
  package var requestID: Int64 = 0
  /// 0 for no error (RFC 3416 §3); not in bulk requests and old traps.
  package var errorStatus: Int64?
  package var errorIndex: Int64?
  /// Identifiers of the objects in the order of the message.
  package var objects: [String] = []
  package var omittedObjects = 0
  /// What the old trap speaks of (RFC 1157 §4.1.6).
  package var enterprise: String?
  package var agent: IPAddress?
  package var genericTrap: Int64?
  package var specificTrap: Int64?
}

extension SNMPProtocolDataUnit {
  init(_ reader: inout ByteReader) throws(DissectionError) {
    let header = try reader.readBERHeader()
    guard header.tag & 0xe0 == 0xa0, let kind = Kind(rawValue: header.tag & 0x1f) else {
      throw .malformed("unit of no kind")
    }
    self.kind = kind
    var body = try reader.readPart(header.length)
    if kind == .trap {
      enterprise = try body.readBERObject()
      var address = try body.readBER(0x40)
      agent = try address.readIPv4Address()
      genericTrap = try body.readBERInteger()
      specificTrap = try body.readBERInteger()
      _ = try body.readBER(0x43)
    } else {
      requestID = try body.readBERInteger()
      let status = try body.readBERInteger()
      let index = try body.readBERInteger()
      // In a bulk request these are the numbers of objects wanted.
      if kind != .getBulk { (errorStatus, errorIndex) = (status, index) }
    }
    var bindings = try body.readBER(0x30)
    while !bindings.isAtEnd {
      var binding = try bindings.readBER(0x30)
      let object = try binding.readBERObject()
      if objects.count < Self.maximumObjects {
        objects.append(object)
      } else {
        omittedObjects += 1
      }
    }
  }
}
