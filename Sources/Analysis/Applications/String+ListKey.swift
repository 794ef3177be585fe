extension String {
  /// The text as a key of a bounded list: in lower case, and cut to
  /// ``ApplicationTotals/keyLength``.
  var listKey: String {
    // Nearly all texts are one as they are, which is quick to see in their storage.
    if utf8.withContiguousStorageIfAvailable(\.isListKey) ?? false { return self }
    let key = lowercased()
    // No text has more characters than bytes, and those need not be looked for.
    guard key.utf8.count > ApplicationTotals.keyLength else { return key }
    return String(key.prefix(ApplicationTotals.keyLength))
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate var isListKey: Bool {
    count <= ApplicationTotals.keyLength
      && !contains { $0 >= 0x80 || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }
}
