internal import CCompression

/// One zstd frame after the other; frames to be skipped are skipped by the library.
final class ZstdDecompressor: Decompressor, @unchecked Sendable {
  private let context: OpaquePointer

  /// - Parameter windowLog: largest window as a power of two; it is memory that the file demands.
  init?(windowLog: Int) {
    guard let context = ZSTD_createDCtx() else { return nil }
    self.context = context
    ZSTD_DCtx_setParameter(context, ZSTD_d_windowLogMax, Int32(clamping: windowLog))
  }

  deinit { ZSTD_freeDCtx(context) }

  func step(
    _ input: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecompressionStep {
    var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
    var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
    let result = ZSTD_decompressStream(context, &target, &source)
    return DecompressionStep(
      consumed: source.pos,
      produced: target.pos,
      status: Self.status(result)
    )
  }

  private static func status(_ result: Int) -> DecompressionStep.Status {
    guard ZSTD_isError(result) != 0 else { return result == 0 ? .complete : .running }
    let isTooLarge = ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge
    return isTooLarge ? .tooLarge : .corrupt
  }

  func reset() { ZSTD_DCtx_reset(context, ZSTD_reset_session_only) }
}
