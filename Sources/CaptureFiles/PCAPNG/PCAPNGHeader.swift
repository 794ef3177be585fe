/// What the first bytes of a pcapng file say before any block is taken.
enum PCAPNGHeader {
  /// Whether a file begins with a section header block.
  static func matches(_ bytes: RawSpan) -> Bool {
    bytes.byteCount >= 12 && bytes.load32(0, .little) == PCAPNGBlockType.sectionHeader
      && PCAPNGBlock.sectionOrder(bytes, at: 0) != nil
  }

  /// Refuses versions that nobody knows.
  static func check(_ bytes: RawSpan, path: String) throws(CaptureFileError) {
    guard bytes.byteCount >= 16, let order = PCAPNGBlock.sectionOrder(bytes, at: 0) else { return }
    let major = bytes.load16(12, order)
    let minor = bytes.load16(14, order)
    guard major == 1, minor == 0 || minor == 2 else {
      throw .unsupported(path: path, reason: "pcapng version \(major).\(minor) is unknown")
    }
  }
}
