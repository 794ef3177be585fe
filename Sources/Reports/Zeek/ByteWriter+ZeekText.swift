extension ByteWriter {
  /// Puts text as a value of a log in TSV, escaped as Zeek's ASCII writer does.
  ///
  /// Control characters are `\xNN`, a backslash is doubled, and text that would read as "unset" or
  /// "empty" has its first character escaped. Inside a set or vector the comma is escaped as well.
  /// Where ``ZeekText/isText(_:)`` says no, each byte beyond ASCII is `\xNN`.
  mutating func put(zeek text: String, inList: Bool = false) {
    var text = text
    let isText = ZeekText.isText(text)
    text.withUTF8 { put(zeekText: $0, inList: inList, isText: isText) }
  }

  /// Puts bytes as text.
  mutating func put(zeek bytes: [UInt8]) {
    let isText = ZeekText.isText(bytes)
    bytes.withUnsafeBufferPointer { put(zeekText: $0, inList: false, isText: isText) }
  }

  private mutating func put(
    zeekText bytes: UnsafeBufferPointer<UInt8>,
    inList: Bool,
    isText: Bool
  ) {
    guard !bytes.isEmpty else { return put("(empty)") }
    let isReserved = bytes.elementsEqual("-".utf8) || bytes.elementsEqual("(empty)".utf8)
    for (index, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "\\"): put("\\\\")
      case 0..<0x20, 0x7f: putEscape(byte)
      case UInt8(ascii: ",") where inList: putEscape(byte)
      case 0x80... where !isText: putEscape(byte)
      case _ where isReserved && index == 0: putEscape(byte)
      default: put(byte)
      }
    }
  }

  private mutating func putEscape(_ byte: UInt8) {
    put("\\x")
    put(hexDigit: byte >> 4)
    put(hexDigit: byte)
  }
}
