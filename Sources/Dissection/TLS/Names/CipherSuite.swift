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
    guard let name else { return false }
    return name.hasPrefix("TLS_ECDHE_") || name.hasPrefix("TLS_ECDH_anon_")
  }
}

extension CipherSuite: CustomStringConvertible {
  /// The IANA name.
  private var name: String? {
    var places = Self.names.startIndex..<Self.names.endIndex
    while !places.isEmpty {
      let middle = places.lowerBound + places.count / 2
      let number = Self.names[middle].number
      if number == rawValue { return Self.names[middle].name }
      places = number < rawValue ? middle + 1..<places.upperBound : places.lowerBound..<middle
    }
    return nil
  }

  /// The IANA name, or the number as four hexadecimal digits.
  package var description: String {
    name ?? (isGREASE ? "GREASE" : "0x" + rawValue.hexadecimal)
  }
}

extension CipherSuite: Comparable {
  package static func < (one: CipherSuite, other: CipherSuite) -> Bool {
    one.rawValue < other.rawValue
  }
}
