package import Packets

/// The header of a NetBIOS datagram, whose contents are mostly SMB mailslots (RFC 1002 §4.4).
package struct NetBIOSDatagram: Equatable, Sendable {
  package enum Kind: UInt8, Sendable {
    case directUnique = 0x10
    case directGroup = 0x11
    case broadcast = 0x12
    case error = 0x13
    case queryRequest = 0x14
    case positiveResponse = 0x15
    case negativeResponse = 0x16
  }

  package var kind: Kind
  package var id: UInt16
  package var sourceAddress: IPAddress
  package var sourcePort: UInt16
  package var source: NetBIOSName?
  package var destination: NetBIOSName?
}

extension NetBIOSDatagram {
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    guard let kind = Kind(rawValue: try reader.readUInt8()) else {
      throw .malformed("datagram of no kind")
    }
    self.kind = kind
    try reader.skip(1)
    id = try reader.readUInt16()
    sourceAddress = try reader.readIPv4Address()
    sourcePort = try reader.readUInt16()
    switch kind {
    case .directUnique, .directGroup, .broadcast:
      try reader.skip(4)
      source = try NetBIOSName(&reader)
      destination = try NetBIOSName(&reader)
    case .queryRequest, .positiveResponse, .negativeResponse:
      destination = try NetBIOSName(&reader)
    case .error: break
    }
  }

  /// Whether a datagram is one of NetBIOS.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard let datagram = try? NetBIOSDatagram(parsing: start), datagram.destination != nil else {
      return .no
    }
    return .yes(.client)
  }
}
