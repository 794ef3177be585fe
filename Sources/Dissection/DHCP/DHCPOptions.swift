package import Packets

/// The options of a DHCP message that say who asks for what and gets it (RFC 2132).
package struct DHCPOptions: Equatable, Sendable {
  /// Options and addresses of one option that are kept.
  package static let maximumOptions = 256
  /// Bytes kept of a text; options may be continued in another of the same code (RFC 3396).
  package static let maximumText = 1_024

  /// Their codes in the order of the message, padding left out.
  package var codes: [UInt8] = []
  package var messageType: DHCPMessageType?
  package var requestedAddress: IPAddress?
  package var serverIdentifier: IPAddress?
  package var hostName: String?
  package var vendorClass: String?
  package var domainName: String?
  /// Why the server refuses (option 56).
  package var message: String?
  /// Seconds; `UInt32.max` is for ever.
  package var leaseTime: UInt32?
  package var renewalTime: UInt32?
  package var rebindingTime: UInt32?
  package var subnetMask: IPAddress?
  package var routers: [IPAddress] = []
  package var nameServers: [IPAddress] = []
  package var clientIdentifier: [UInt8] = []
  /// Codes of the options that the client asks for: a fingerprint of its operating system.
  package var parameterRequests: [UInt8] = []
  /// Which of the fields `file` (1) and `sname` (2) hold options, too.
  var overload: UInt8 = 0
}

extension DHCPOptions {
  /// Reads options up to their end mark or the end of the bytes.
  mutating func read(_ reader: inout ByteReader) throws(DissectionError) {
    while !reader.isAtEnd {
      let code = try reader.readUInt8()
      if code == 0 { continue }
      if code == 255 { return }
      guard codes.count < Self.maximumOptions else { throw .tooLarge }
      var value = try reader.readPart(Int(try reader.readUInt8()))
      codes.append(code)
      try read(code, &value)
    }
  }

  private mutating func read(_ code: UInt8, _ value: inout ByteReader) throws(DissectionError) {
    switch code {
    case 1: subnetMask = try value.readIPv4Address()
    case 3: try Self.append(&value, to: &routers)
    case 6: try Self.append(&value, to: &nameServers)
    case 12: try Self.append(&value, to: &hostName)
    case 15: try Self.append(&value, to: &domainName)
    case 50: requestedAddress = try value.readIPv4Address()
    case 51: leaseTime = try value.readUInt32()
    case 52: overload = try value.readUInt8() & 3
    case 53: messageType = DHCPMessageType(rawValue: try value.readUInt8())
    case 54: serverIdentifier = try value.readIPv4Address()
    case 55: try Self.append(&value, to: &parameterRequests)
    case 56: try Self.append(&value, to: &message)
    case 58: renewalTime = try value.readUInt32()
    case 59: rebindingTime = try value.readUInt32()
    case 60: try Self.append(&value, to: &vendorClass)
    case 61: try Self.append(&value, to: &clientIdentifier)
    default: break
    }
  }

  private static func append(
    _ value: inout ByteReader,
    to addresses: inout [IPAddress]
  ) throws(DissectionError) {
    while !value.isAtEnd, addresses.count < maximumOptions {
      addresses.append(try value.readIPv4Address())
    }
  }

  private static func append(
    _ value: inout ByteReader,
    to bytes: inout [UInt8]
  ) throws(DissectionError) {
    while !value.isAtEnd, bytes.count < maximumText { bytes.append(try value.readUInt8()) }
  }

  private static func append(
    _ value: inout ByteReader,
    to text: inout String?
  ) throws(DissectionError) {
    let room = max(0, maximumText - (text?.utf8.count ?? 0))
    let part = try value.readText(limit: room)
    // Some clients count a final zero in.
    text = (text ?? "") + part.prefix { $0 != "\0" }
  }
}
