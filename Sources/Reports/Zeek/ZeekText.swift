/// Text of unknown encoding as Zeek's JSON has it.
enum ZeekText {
  /// The text, with `\xNN` for each byte beyond ASCII where the bytes as a whole are no UTF-8.
  static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
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
