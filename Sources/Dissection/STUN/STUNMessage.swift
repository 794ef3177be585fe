package import Packets

/// A message of STUN (RFC 8489 §5), or of TURN, which extends it.
package struct STUNMessage: Equatable, Sendable {
  package static let magicCookie: UInt32 = 0x2112_a442
  package static let headerLength = 20
  /// Attributes read of one message.
  package static let maximumAttributes = 64
  /// Bytes kept of a text (RFC 8489 §14.14: at most 763).
  package static let maximumText = 763

  package enum Class: UInt8, Sendable {
    case request, indication, success, failure
  }

  package struct Address: Hashable, Sendable {
    package var address: IPAddress
    package var port: UInt16
  }

  package struct TransactionID: Hashable, Sendable {
    package var high: UInt32
    package var low: UInt64
  }

  package var `class`: Class
  /// 1 for Binding; the others are of TURN (RFC 8656 §17).
  package var method: UInt16
  package var transaction: TransactionID
  /// Types of the attributes in the order of the message.
  package var attributes: [UInt16] = []
  /// How the server sees the client (XOR-MAPPED-ADDRESS, or MAPPED-ADDRESS of old servers).
  package var mappedAddress: Address?
  /// The address that a TURN server lends (XOR-RELAYED-ADDRESS).
  package var relayedAddress: Address?
  package var software: String?
  package var userName: String?
  package var realm: String?
  /// 300 to 699 (RFC 8489 §14.8).
  package var errorCode: UInt16?
  package var damage: DissectionError?
}

extension STUNMessage {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    let type = try reader.readUInt16()
    let length = Int(try reader.readUInt16())
    guard type & 0xc000 == 0, length % 4 == 0, try reader.readUInt32() == Self.magicCookie else {
      throw .malformed("header of no STUN")
    }
    // The two bits of the class stand between those of the method (RFC 8489 §5).
    `class` = Class(rawValue: UInt8(type >> 4 & 1 | type >> 7 & 2)) ?? .request
    method = type & 0x000f | type >> 1 & 0x0070 | type >> 2 & 0x0f80
    transaction = TransactionID(high: try reader.readUInt32(), low: try reader.readUInt64())
    do throws(DissectionError) {
      var body = try reader.readPart(length)
      while !body.isAtEnd, attributes.count < Self.maximumAttributes { try readAttribute(&body) }
    } catch {
      damage = error
    }
  }

  private mutating func readAttribute(_ body: inout ByteReader) throws(DissectionError) {
    let type = try body.readUInt16()
    let length = Int(try body.readUInt16())
    var value = try body.readPart(length)
    try body.skip(min(body.remaining, (4 - length % 4) % 4))
    attributes.append(type)
    switch type {
    case 0x0001:
      let address = try Address(&value)
      mappedAddress = mappedAddress ?? address
    case 0x0020: mappedAddress = try Address(&value).unmasked(by: transaction)
    case 0x0016: relayedAddress = try Address(&value).unmasked(by: transaction)
    case 0x0006: userName = try value.readText(limit: Self.maximumText)
    case 0x0014: realm = try value.readText(limit: Self.maximumText)
    case 0x8022: software = try value.readText(limit: Self.maximumText)
    case 0x0009:
      try value.skip(2)
      errorCode = UInt16(try value.readUInt8() & 7) * 100 + UInt16(try value.readUInt8() % 100)
    default: break
    }
  }

  /// Whether a datagram, or a TCP stream, begins with a STUN message.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard start.byteCount >= headerLength else { return .no }
    guard let message = try? STUNMessage(parsing: start) else { return .no }
    switch message.class {
    case .request, .indication: return .yes(.client)
    case .success, .failure: return .yes(.server)
    }
  }
}

extension STUNMessage.Address {
  fileprivate init(_ reader: inout ByteReader) throws(DissectionError) {
    try reader.skip(1)
    let family = try reader.readUInt8()
    port = try reader.readUInt16()
    switch family {
    case 1: address = try reader.readIPv4Address()
    case 2: address = try reader.readIPv6Address()
    default: throw .malformed("address of no family")
    }
  }

  /// The address without the mask that hides it from rewriting middleboxes (RFC 8489 §14.2).
  fileprivate func unmasked(by transaction: STUNMessage.TransactionID) -> STUNMessage.Address {
    let cookie = STUNMessage.magicCookie
    var result = self
    result.port ^= UInt16(cookie >> 16)
    if address.isIPv4 {
      result.address = IPAddress(v4: address.v4 ^ cookie)
    } else {
      result.address = IPAddress(
        high: address.high ^ (UInt64(cookie) << 32 | UInt64(transaction.high)),
        low: address.low ^ transaction.low
      )
    }
    return result
  }
}
