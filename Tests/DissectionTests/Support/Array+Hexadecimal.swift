extension [UInt8] {
  /// The bytes of hexadecimal digits; everything between them is ignored.
  init(hexadecimal text: String) {
    let digits = text.compactMap { $0.hexDigitValue.map { UInt8($0) } }
    self = stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }
}
