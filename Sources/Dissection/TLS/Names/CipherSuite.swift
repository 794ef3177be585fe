/// A cipher suite by its number on the wire (RFC 8446 §B.4 and the IANA registry).
package struct CipherSuite: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Whether it is one of the values that clients send to keep servers tolerant (RFC 8701).
  package var isGREASE: Bool { rawValue.isGREASE }

  /// Bytes of a Finished message's MAC in TLS 1.3: the length of the suite's hash.
  var hashLength: Int { rawValue == 0x1302 ? 48 : rawValue == 0x1306 ? 64 : 32 }

  /// Whether the server names a curve in its ServerKeyExchange (RFC 8422 §5.4).
  var exchangesEllipticCurveKeys: Bool {
    guard let name = Self.names[rawValue] else { return false }
    return name.hasPrefix("TLS_ECDHE_") || name.hasPrefix("TLS_ECDH_anon_")
  }
}

extension CipherSuite: CustomStringConvertible {
  /// Every suite that has a name.
  package static var named: [CipherSuite] { names.keys.map { CipherSuite(rawValue: $0) } }

  /// The IANA name, or the number as four hexadecimal digits.
  package var description: String {
    Self.names[rawValue] ?? (isGREASE ? "GREASE" : "0x" + rawValue.hexadecimal)
  }
}
