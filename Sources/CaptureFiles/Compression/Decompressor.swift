/// What one call of a decompressor did.
struct DecompressionStep {
  enum Status {
    /// More input, or more room for output, is needed.
    case running
    /// A member or frame is complete; another may follow.
    case complete
    /// What was given is no data of the format.
    case corrupt
    /// The data demands more memory than the limits allow.
    case tooLarge
  }

  var consumed: Int
  var produced: Int
  var status: Status
}

/// A streaming decompressor with bounded memory.
///
/// A class because the C libraries keep pointers to their own state, which must not move. It is
/// called once for some 64 KiB, so the dynamic dispatch costs nothing.
protocol Decompressor: AnyObject, Sendable {
  /// Decompresses some of the input into the output.
  func step(
    _ input: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecompressionStep

  /// Prepares for the next member or frame.
  func reset()
}

extension CaptureCompression {
  /// Recognises the compression of a file by its first four bytes.
  init?(_ bytes: RawSpan) {
    guard bytes.byteCount >= 4 else { return nil }
    switch bytes.load32(0, .little) {
    case let magic where magic & 0xFF_FFFF == 0x08_8B1F: self = .gzip
    case 0xFD2F_B528: self = .zstd
    // Frames to be skipped are the same in zstd and lz4; zstd writes them at the front.
    case 0x184D_2A50...0x184D_2A5F: self = .zstd
    case 0x184D_2204: self = .lz4
    default: return nil
    }
  }

  /// A decompressor of this kind; nil where there is no memory for one.
  func makeDecompressor(limits: CaptureLimits) -> (any Decompressor)? {
    switch self {
    case .gzip: GzipDecompressor()
    case .zstd: ZstdDecompressor(windowLog: limits.zstdWindowLog)
    case .lz4: LZ4Decompressor()
    }
  }
}
