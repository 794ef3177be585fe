package import Packets

/// What an OPT record adds to a message (RFC 6891 §6.1).
package struct EDNS: Equatable, Sendable {
  /// Options read of one record.
  package static let maximumOptions = 32

  /// The largest UDP payload that the sender takes; it stands where others have their class.
  package var payloadSize: UInt16
  /// The upper eight bits of the response code.
  package var extendedResponseCode: UInt8
  package var version: UInt8
  /// DO: DNSSEC records are wanted.
  package var isDNSSECWanted: Bool
  /// Codes of the options in the order of the record.
  package var options: [UInt16] = []
  /// The network the question comes from (RFC 7871), its host bits zero.
  package var clientSubnet: Subnet?
  /// Why the answer is as it is (RFC 8914): the codes, such as 6 for "DNSSEC Bogus".
  package var extendedErrors: [UInt16] = []

  package struct Subnet: Equatable, Sendable {
    package var address: IPAddress
    package var prefixLength: UInt8
  }
}

extension EDNS {
  /// Reads the options; class and TTL hold the fixed part.
  init(class: UInt16, ttl: UInt32, options reader: inout ByteReader) throws(DissectionError) {
    payloadSize = `class`
    extendedResponseCode = UInt8(truncatingIfNeeded: ttl >> 24)
    version = UInt8(truncatingIfNeeded: ttl >> 16)
    isDNSSECWanted = ttl & 0x8000 != 0
    while !reader.isAtEnd, options.count < Self.maximumOptions {
      let code = try reader.readUInt16()
      var value = try reader.readPart(Int(try reader.readUInt16()))
      options.append(code)
      switch code {
      case 8: clientSubnet = try Subnet(&value)
      case 15: extendedErrors.append(try value.readUInt16())
      default: break
      }
    }
  }
}

extension EDNS.Subnet {
  /// Reads the option, whose address ends where its prefix does (RFC 7871 §6).
  fileprivate init(_ reader: inout ByteReader) throws(DissectionError) {
    let family = try reader.readUInt16()
    prefixLength = try reader.readUInt8()
    try reader.skip(1)
    guard family == 1 || family == 2, reader.remaining <= (family == 1 ? 4 : 16) else {
      throw .malformed("client subnet of no address family")
    }
    var high: UInt64 = 0
    var low: UInt64 = 0
    for index in 0..<reader.remaining {
      let byte = UInt64(try reader.readUInt8())
      if index < 8 { high |= byte << UInt64(56 - 8 * index) }
      if index >= 8 { low |= byte << UInt64(120 - 8 * index) }
    }
    address =
      family == 1 ? IPAddress(v4: UInt32(high >> 32)) : IPAddress(high: high, low: low)
  }
}
