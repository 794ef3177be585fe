/// Text of unknown encoding as Zeek's JSON has it.
enum ZeekText {
  /// Whether Zeek writes the text as it is: control characters beyond ASCII, which terminals obey, and
  /// private and special characters make it bytes to Zeek, all of it.
  ///
  /// But for U+FFFD, which stands for what was not UTF-8 when it was read.
  static func isText(_ text: String) -> Bool {
    guard text.utf8.contains(where: { $0 > 0x7f }) else { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x80...0x9f, 0xe000...0xf8ff, 0xfff0...0xfffc, 0xfffe...0xffff: false
      default: true
      }
    }
  }

  /// The same for bytes, which have to be UTF-8 as well.
  static func isText(_ bytes: [UInt8]) -> Bool {
    String(validating: bytes, as: UTF8.self).map { isText($0) } ?? false
  }

  /// The text, with `\xNN` for each byte beyond ASCII where ``isText(_:)`` says no.
  static func text(of bytes: [UInt8]) -> String {
    if isText(bytes) { return String(decoding: bytes, as: UTF8.self) }
    var escaped = ""
    for byte in bytes {
      if byte < 0x80 {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        escaped += "\\x" + String(byte, radix: 16)
      }
    }
    return escaped
  }

  /// Capital ASCII letters made small, as Zeek does with names of DNS.
  static func lowercased(_ text: String) -> String {
    String(
      decoding: text.utf8.map { 0x41...0x5a ~= $0 ? $0 | 0x20 : $0 },
      as: UTF8.self
    )
  }
}
