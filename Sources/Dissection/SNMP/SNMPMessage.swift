/// A message of SNMP v1, v2c or v3 (RFC 1157, RFC 1901, RFC 3412).
package struct SNMPMessage: Equatable, Sendable {
  /// Bytes kept of a user's name (RFC 3414 §2.4: at most 32).
  package static let maximumUserName = 32

  package enum Version: UInt8, Sendable {
    case v1 = 0
    case v2c = 1
    case v3 = 3
  }

  /// The header of version 3 (RFC 3412 §6, RFC 3414 §2.4).
  package struct Security: Equatable, Sendable {
    package var messageID: Int64
    package var flags: UInt8
    /// 3 for the user-based security model; others are not read.
    package var model: Int64
    package var engine: [UInt8] = []
    package var userName: String?

    package var isAuthenticated: Bool { flags & 1 != 0 }
    package var isEncrypted: Bool { flags & 2 != 0 }
  }

  package var version: Version
  package var community: SNMPCommunity?
  package var security: Security?
  /// nil where it is encrypted.
  package var unit: SNMPProtocolDataUnit?
}

extension SNMPMessage {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var outer = ByteReader(bytes)
    var reader = try outer.readBER(0x30)
    let number = try reader.readBERInteger()
    guard let version = UInt8(exactly: number).flatMap(Version.init) else {
      throw .malformed("version of no SNMP")
    }
    self.version = version
    if version == .v3 {
      let security = try Security(&reader)
      self.security = security
      if !security.isEncrypted {
        var scoped = try reader.readBER(0x30)
        _ = try scoped.readBER(0x04)
        _ = try scoped.readBER(0x04)
        unit = try SNMPProtocolDataUnit(&scoped)
      }
    } else {
      let secret = try reader.readBERBytes(limit: SNMPCommunity.maximumLength)
      community = SNMPCommunity(secret: secret)
      unit = try SNMPProtocolDataUnit(&reader)
    }
  }

  /// What ties an answer to its request.
  var exchangeID: Int64? { security?.messageID ?? unit?.requestID }

  /// Whether a datagram is an SNMP message; who asks for objects is the client.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard let message = try? SNMPMessage(parsing: start) else { return .no }
    switch message.unit?.kind {
    case .response?, .report?, .trap?, .trapV2?, .inform?: return .yes(.server)
    case .get?, .getNext?, .set?, .getBulk?: return .yes(.client)
    // Encrypted: a request wants reports, an answer does not (RFC 3412 §6.4).
    case nil: return .yes((message.security?.flags ?? 0) & 4 != 0 ? .client : .server)
    }
  }
}

extension SNMPMessage.Security {
  fileprivate init(_ reader: inout ByteReader) throws(DissectionError) {
    var header = try reader.readBER(0x30)
    messageID = try header.readBERInteger()
    _ = try header.readBERInteger()
    var flagBytes = try header.readBER(0x04)
    flags = try flagBytes.readUInt8()
    model = try header.readBERInteger()
    var parameters = try reader.readBER(0x04)
    guard model == 3 else { return }
    var user = try parameters.readBER(0x30)
    engine = try user.readBERBytes(limit: SNMPMessage.maximumUserName)
    _ = try user.readBERInteger()
    _ = try user.readBERInteger()
    let name = try user.readBERBytes(limit: SNMPMessage.maximumUserName)
    userName = String(decoding: name, as: UTF8.self)
  }
}
