extension String {
  /// The text of bytes that should be UTF-8; what is not valid becomes U+FFFD.
  package init(decoding bytes: RawSpan) {
    self = bytes.withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
  }
}
