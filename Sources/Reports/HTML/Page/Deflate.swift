internal import CCompression

/// Raw DEFLATE (RFC 1951) by zlib: what browsers call "deflate-raw".
enum Deflate {
  /// zlib refused: there is no memory left for its window.
  struct Failure: Error {}

  /// Compresses bytes as a whole; `level` is zlib's, 1 (fast) to 9 (small).
  static func compress(_ bytes: [UInt8], level: Int32) throws(Failure) -> [UInt8] {
    var stream = z_stream()
    guard apus_deflate_raw_init(&stream, level) == Z_OK else { throw Failure() }
    defer { deflateEnd(&stream) }
    let bound = Int(clamping: deflateBound(&stream, UInt(bytes.count)))
    var isComplete = false
    let compressed = [UInt8](unsafeUninitializedCapacity: bound) { output, count in
      bytes.withUnsafeBufferPointer { input in
        // zlib takes 4 GiB at once; a table has at most a small part of that.
        stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
        stream.avail_in = UInt32(clamping: input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(clamping: output.count)
        isComplete = deflate(&stream, Z_FINISH) == Z_STREAM_END && stream.avail_in == 0
        count = output.count - Int(stream.avail_out)
      }
    }
    guard isComplete else { throw Failure() }
    return compressed
  }
}
