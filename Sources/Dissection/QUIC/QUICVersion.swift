/// A version of QUIC, with what differs between versions.
package struct QUICVersion: RawRepresentable, Hashable, Sendable {
  /// What packets of Version Negotiation have instead of one.
  package static let negotiation = QUICVersion(rawValue: 0)
  /// RFC 9000.
  package static let version1 = QUICVersion(rawValue: 1)
  /// RFC 9369.
  package static let version2 = QUICVersion(rawValue: 0x6b33_43cf)

  package var rawValue: UInt32

  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Whether packets of it can be read.
  package var isKnown: Bool { self == .version1 || self == .version2 }

  /// Whether it is one that exists to keep peers tolerant: 0x?a?a?a?a (RFC 9000 §15).
  package var isGREASE: Bool { rawValue & 0x0f0f_0f0f == 0x0a0a_0a0a }

  /// Salt of the Initial secrets (RFC 9001 §5.2, RFC 9369 §3.3.1).
  var initialSalt: [UInt8] {
    self == .version2
      ? [
        0x0d, 0xed, 0xe3, 0xde, 0xf7, 0x00, 0xa6, 0xdb, 0x81, 0x93, 0x81, 0xbe, 0x6e, 0x26, 0x9d,
        0xcb, 0xf9, 0xbd, 0x2e, 0xd9,
      ]
      : [
        0x38, 0x76, 0x2c, 0xf7, 0xf5, 0x59, 0x34, 0xb3, 0x4d, 0x17, 0x9a, 0xe6, 0xa4, 0xc8, 0x0c,
        0xad, 0xcc, 0xbb, 0x7f, 0x0a,
      ]
  }

  /// What labels of key derivation begin with (RFC 9001 §5.1, RFC 9369 §3.3.2).
  var labelPrefix: String { self == .version2 ? "quicv2" : "quic" }

  /// Key of a Retry's integrity tag (RFC 9001 §5.8, RFC 9369 §3.3.3).
  var retryKey: [UInt8] {
    self == .version2
      ? [
        0x8f, 0xb4, 0xb0, 0x1b, 0x56, 0xac, 0x48, 0xe2, 0x60, 0xfb, 0xcb, 0xce, 0xad, 0x7c, 0xcc,
        0x92,
      ]
      : [
        0xbe, 0x0c, 0x69, 0x0b, 0x9f, 0x66, 0x57, 0x5a, 0x1d, 0x76, 0x6b, 0x54, 0xe3, 0x68, 0xc8,
        0x4e,
      ]
  }

  /// Nonce of a Retry's integrity tag.
  var retryNonce: [UInt8] {
    self == .version2
      ? [0xd8, 0x69, 0x69, 0xbc, 0x2d, 0x7c, 0x6d, 0x99, 0x90, 0xef, 0xb0, 0x4a]
      : [0x46, 0x15, 0x99, 0xd3, 0x5d, 0x63, 0x2b, 0xf2, 0x23, 0x98, 0x25, 0xbb]
  }
}

extension QUICVersion: CustomStringConvertible {
  /// "v1"; the number as hexadecimal digits where it has no name.
  package var description: String {
    switch self {
    case .version1: "v1"
    case .version2: "v2"
    case .negotiation: "negotiation"
    case _ where rawValue >> 8 == 0xff_0000: "draft-\(rawValue & 0xff)"
    case _ where isGREASE: "GREASE"
    default: "0x" + String(rawValue, radix: 16)
    }
  }
}
