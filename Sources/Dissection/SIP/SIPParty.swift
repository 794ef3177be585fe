/// Who sends or receives: a From or To field (RFC 3261 §20.20, §20.39).
package struct SIPParty: Equatable, Sendable {
  /// The address without brackets and without a password.
  package var uri: String
  /// Tells dialogs of the same two apart.
  package var tag: String?

  /// Reads the value of the field.
  init(_ value: ArraySlice<UInt8>) {
    var isQuoted = false
    let open = value.firstIndex { byte in
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      return byte == UInt8(ascii: "<") && !isQuoted
    }
    var parameters: ArraySlice<UInt8>
    if let open {
      parameters = value[(open + 1)...]
      uri = Self.uri(parameters.removeField(upTo: UInt8(ascii: ">")))
      _ = parameters.removeField(upTo: UInt8(ascii: ";"))
    } else {
      parameters = value
      uri = Self.uri(parameters.removeField(upTo: UInt8(ascii: ";")).trimmed)
    }
    while !parameters.isEmpty {
      var parameter = parameters.removeField(upTo: UInt8(ascii: ";"))
      let name = parameter.removeField(upTo: UInt8(ascii: "=")).trimmed
      guard name.equals(ignoringCase: "tag") else { continue }
      tag = parameter.trimmed.text(limit: SIPLimits.text)
      return
    }
  }

  /// An address without the password that its user part may have (RFC 3261 §19.1.1).
  ///
  /// The user part may hold ";" and "?" (§25.1), but "@" occurs behind it only where something is
  /// not escaped as it should be: in a parameter, where it ends nothing, or in the password.
  static func uri(_ bytes: ArraySlice<UInt8>) -> String {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "@")) else {
      return bytes.text(limit: SIPLimits.text)
    }
    let host = bytes[first...].prefix { $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "?") }
    let at = host.lastIndex(of: UInt8(ascii: "@")) ?? first
    guard let scheme = bytes[..<at].firstIndex(of: UInt8(ascii: ":")),
      let colon = bytes[(scheme + 1)..<at].firstIndex(of: UInt8(ascii: ":"))
    else { return bytes.text(limit: SIPLimits.text) }
    return (bytes[..<colon] + bytes[at...]).text(limit: SIPLimits.text)
  }
}
