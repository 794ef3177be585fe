/// The kind of a packet (RFC 9000 §17).
package enum QUICPacketType: Equatable, Sendable {
  case initial
  case zeroRTT
  case handshake
  case retry
  case versionNegotiation
  /// With the short header, after the handshake.
  case oneRTT
  /// With a long header of a version that is not known.
  case unknown

  /// The type of a long header from its first byte (RFC 9000 §17.2, RFC 9369 §3.2).
  init(firstByte: UInt8, version: QUICVersion) {
    guard version.isKnown else {
      self = version == .negotiation ? .versionNegotiation : .unknown
      return
    }
    // Version 2 counts from Retry on.
    let number = firstByte >> 4 &- (version == .version2 ? 1 : 0)
    switch number & 3 {
    case 0: self = .initial
    case 1: self = .zeroRTT
    case 2: self = .handshake
    default: self = .retry
    }
  }
}
