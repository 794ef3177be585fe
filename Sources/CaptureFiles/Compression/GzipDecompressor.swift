internal import CCompression

/// One gzip member after the other, by zlib.
final class GzipDecompressor: Decompressor, @unchecked Sendable {
  /// zlib checks that its state still has the address it was made at.
  private let stream: UnsafeMutablePointer<z_stream>

  init?() {
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    guard apus_inflate_init(stream) == Z_OK else {
      stream.deallocate()
      return nil
    }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  func step(
    _ input: UnsafeRawBufferPointer,
    into output: UnsafeMutableRawBufferPointer
  ) -> DecompressionStep {
    let inputLength = UInt32(clamping: input.count)
    let outputLength = UInt32(clamping: output.count)
    let source = input.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.next_in = UnsafeMutablePointer(mutating: source)
    stream.pointee.avail_in = inputLength
    stream.pointee.next_out = output.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = outputLength
    let status = inflate(stream, Z_NO_FLUSH)
    return DecompressionStep(
      consumed: Int(inputLength - stream.pointee.avail_in),
      produced: Int(outputLength - stream.pointee.avail_out),
      status: Self.status(status)
    )
  }

  private static func status(_ code: Int32) -> DecompressionStep.Status {
    switch code {
    case Z_STREAM_END: .complete
    // Z_BUF_ERROR only says that nothing could be done with what was given.
    case Z_OK, Z_BUF_ERROR: .running
    default: .corrupt
    }
  }

  func reset() { inflateReset(stream) }
}
