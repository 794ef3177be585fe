extension RawSpan {
  /// The byte at `offset`, which must be inside.
  package func byte(at offset: Int) -> UInt8 {
    unsafeLoad(fromByteOffset: offset, as: UInt8.self)
  }
}
