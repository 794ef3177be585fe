/// A version of SSL or TLS as its number on the wire.
package struct TLSVersion: RawRepresentable, Hashable, Sendable {
  package static let ssl2 = TLSVersion(rawValue: 0x0002)
  package static let ssl3 = TLSVersion(rawValue: 0x0300)
  package static let tls10 = TLSVersion(rawValue: 0x0301)
  package static let tls11 = TLSVersion(rawValue: 0x0302)
  package static let tls12 = TLSVersion(rawValue: 0x0303)
  package static let tls13 = TLSVersion(rawValue: 0x0304)

  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whether it is TLS 1.3 or one of its drafts: everything after the ServerHello is encrypted and
  /// disguised as application data.
  package var isTLS13: Bool {
    // Drafts are 0x7fXX (RFC 8446 §4.2.1 of the drafts), those of Facebook's Fizz 0xfbXX.
    self == .tls13 || rawValue >> 8 == 0x7f || rawValue >> 8 == 0xfb
  }

  /// Whether a record may carry it: SSL 3.0 to TLS 1.3, which all write 3 as the major version.
  var isOfRecords: Bool { rawValue >= 0x0300 && rawValue <= 0x0304 }
}

extension TLSVersion: CustomStringConvertible {
  /// "TLS 1.2"; the number as hexadecimal digits where it has no name.
  package var description: String {
    switch self {
    case .ssl2: "SSL 2.0"
    case .ssl3: "SSL 3.0"
    case .tls10: "TLS 1.0"
    case .tls11: "TLS 1.1"
    case .tls12: "TLS 1.2"
    case .tls13: "TLS 1.3"
    case _ where rawValue >> 8 == 0x7f: "TLS 1.3 (draft \(rawValue & 0xff))"
    case _ where rawValue >> 8 == 0xfb: "TLS 1.3 (Fizz draft \(rawValue & 0xff))"
    case _ where rawValue.isGREASE: "GREASE"
    default: "0x" + rawValue.hexadecimal
    }
  }
}

extension TLSVersion: Comparable {
  package static func < (one: TLSVersion, other: TLSVersion) -> Bool {
    one.rawValue < other.rawValue
  }
}
