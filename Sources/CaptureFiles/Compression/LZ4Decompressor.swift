internal import CCompression

/// One lz4 frame after the other; blocks have at most 4 MiB, which bounds the memory.
final class LZ4Decompressor: Decompressor, @unchecked Sendable {
  private let context: OpaquePointer

  init?() {
    var created: OpaquePointer?
    let result = LZ4F_createDecompressionContext(&created, UInt32(LZ4F_VERSION))
    guard LZ4F_isError(result) == 0, let created else { return nil }
    context = created
  }

  deinit { LZ4F_freeDecompressionContext(context) }

  func step(
    _ input: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecompressionStep {
    var consumed = input.count
    var produced = output.count
    let result = LZ4F_decompress(
      context,
      output.baseAddress,
      &produced,
      input.baseAddress,
      &consumed,
      nil
    )
    guard LZ4F_isError(result) == 0 else {
      return DecompressionStep(consumed: 0, produced: 0, status: .corrupt)
    }
    let status: DecompressionStep.Status = result == 0 ? .complete : .running
    return DecompressionStep(consumed: consumed, produced: produced, status: status)
  }

  func reset() { LZ4F_resetDecompressionContext(context) }
}
