package import Packets

/// An ICMPv6 message of neighbor discovery (RFC 4861 §4).
package struct NeighborMessage: Equatable, Sendable {
  /// Options read of one message.
  package static let maximumOptions = 32

  package enum Kind: UInt8, Sendable {
    case routerSolicitation = 133
    case routerAdvertisement = 134
    case solicitation = 135
    case advertisement = 136
  }

  package var kind: Kind
  /// Who is looked for, or tells of itself; nil in router messages.
  package var target: IPAddress?
  /// R, S and O of an advertisement.
  package var isRouter = false
  package var isSolicited = false
  package var overrides = false
  /// Option 1: the Ethernet address of the packet's source.
  package var sourceHardware: HardwareAddress?
  /// Option 2: the Ethernet address of the target.
  package var targetHardware: HardwareAddress?
}

extension NeighborMessage {
  /// Reads the ICMPv6 message from its type on.
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    guard let kind = Kind(rawValue: try reader.readUInt8()) else {
      throw .malformed("not of neighbor discovery")
    }
    self.kind = kind
    try reader.skip(3)
    let flags = try reader.readUInt32()
    switch kind {
    case .routerSolicitation: break
    case .routerAdvertisement: try reader.skip(8)
    case .solicitation: target = try reader.readIPv6Address()
    case .advertisement:
      target = try reader.readIPv6Address()
      isRouter = flags & 0x8000_0000 != 0
      isSolicited = flags & 0x4000_0000 != 0
      overrides = flags & 0x2000_0000 != 0
    }
    var options = 0
    while reader.remaining >= 2, options < Self.maximumOptions {
      options += 1
      let type = try reader.readUInt8()
      let length = Int(try reader.readUInt8()) * 8
      guard length >= 8 else { throw .malformed("option of no length") }
      var value = try reader.readPart(length - 2)
      switch type {
      case 1: sourceHardware = try value.readHardwareAddress()
      case 2: targetHardware = try value.readHardwareAddress()
      default: break
      }
    }
  }
}
