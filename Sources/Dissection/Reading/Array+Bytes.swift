extension [UInt8] {
  /// A copy of bytes, to be kept.
  package init(copying bytes: RawSpan) {
    self = bytes.withUnsafeBytes { [UInt8]($0) }
  }
}
