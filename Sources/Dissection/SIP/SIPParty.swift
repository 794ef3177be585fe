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
}
