/// Addresses without the passwords that their user parts may have (RFC 3261 §19.1.1).
extension SIPParty {
  /// An address as it is kept.
  ///
  /// The user part may hold ";" and "?" (§25.1), but "@" occurs behind it only where something is
  /// not escaped as it should be: in a parameter, where it ends nothing, or in the password.
  static func uri(_ bytes: ArraySlice<UInt8>) -> String {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "@")) else {
      return withoutPasswords(bytes)[...].text(limit: SIPLimits.text)
    }
    let host = bytes[first...].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "?") }
    let at = host.lastIndex(of: UInt8(ascii: "@")) ?? first
    let user = bytes[..<(passwordStart(in: bytes[..<at]) ?? at)]
    return (user + withoutPasswords(bytes[at...])).text(limit: SIPLimits.text)
  }

  /// Where the colon and the password are in what stands in front of an "@".
  private static func passwordStart(in user: ArraySlice<UInt8>) -> Int? {
    guard let colon = user.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let word = user[..<colon].reversed().prefix { $0.isLetter || $0.isDigit }
    guard isScheme(Array(word.reversed())[...]) else { return colon }
    return user[(colon + 1)...].firstIndex(of: UInt8(ascii: ":"))
  }

  /// The parameters and header fields of an address, which may hold further addresses.
  ///
  /// They may be percent-encoded; what is encoded ends nothing, as it may be of a password.
  private static func withoutPasswords(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    /// What was said since the last delimiter, decoded.
    var word: [UInt8] = []
    var password: Int?
    var rest = bytes
    while let first = rest.first {
      let decoded = rest.percentDecoded
      let byte = decoded ?? first
      switch byte {
      case UInt8(ascii: "@"):
        // Another one would still be of the password.
        if let start = password { kept.removeSubrange(start...) }
      case UInt8(ascii: ":") where password == nil && !isScheme(word[...]): password = kept.count
      case _ where decoded == nil && "&;=?/<> \"".utf8.contains(byte): password = nil
      default: break
      }
      if byte.isLetter || byte.isDigit { word.append(byte) } else { word = [] }
      let length = decoded == nil ? 1 : 3
      kept += rest.prefix(length)
      rest = rest.dropFirst(length)
    }
    return kept
  }

  private static func isScheme(_ word: ArraySlice<UInt8>) -> Bool {
    let schemes: [StaticString] = [
      "sip", "sips", "tel", "im", "pres", "mailto", "xmpp", "h323", "urn", "http", "https",
    ]
    return schemes.contains { word.equals(ignoringCase: $0) }
  }
}

extension ArraySlice<UInt8> {
  /// The byte that the first three percent-encode (RFC 3986 §2.1), if they do.
  fileprivate var percentDecoded: UInt8? {
    guard count > 2, first == UInt8(ascii: "%"), let high = self[startIndex + 1].hexValue,
      let low = self[startIndex + 2].hexValue
    else { return nil }
    return high << 4 | low
  }
}
