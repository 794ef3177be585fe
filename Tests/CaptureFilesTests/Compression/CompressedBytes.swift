import CCompression

/// Compressed bytes for tests, by the libraries' own compressors.
enum CompressedBytes {
  static func gzip(_ bytes: [UInt8]) -> [UInt8] {
    var stream = z_stream()
    guard apus_deflate_init(&stream, 6) == Z_OK else { return [] }
    defer { deflateEnd(&stream) }
    var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))) + 64)
    var input = bytes
    input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        stream.next_in = source.baseAddress
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        deflate(&stream, Z_FINISH)
      }
    }
    return Array(output.prefix(Int(stream.total_out)))
  }

  static func zstd(_ bytes: [UInt8], windowLog: Int32 = 0) -> [UInt8] {
    let context = ZSTD_createCCtx()
    defer { ZSTD_freeCCtx(context) }
    if windowLog > 0 {
      ZSTD_CCtx_setParameter(context, ZSTD_c_windowLog, windowLog)
      ZSTD_CCtx_setParameter(context, ZSTD_c_contentSizeFlag, 0)
    }
    var output = [UInt8](repeating: 0, count: ZSTD_compressBound(bytes.count) + 64)
    // In two pieces, so that the frame needs a window.
    var target = ZSTD_outBuffer(dst: nil, size: output.count, pos: 0)
    output.withUnsafeMutableBytes { memory in
      target.dst = memory.baseAddress
      bytes.withUnsafeBytes { source in
        let half = source.count / 2
        var first = ZSTD_inBuffer(src: source.baseAddress, size: half, pos: 0)
        ZSTD_compressStream2(context, &target, &first, ZSTD_e_flush)
        var rest = ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: half)
        ZSTD_compressStream2(context, &target, &rest, ZSTD_e_end)
      }
    }
    return Array(output.prefix(target.pos))
  }

  static func lz4(_ bytes: [UInt8]) -> [UInt8] {
    var output = [UInt8](repeating: 0, count: LZ4F_compressFrameBound(bytes.count, nil))
    let count = output.withUnsafeMutableBytes { target in
      bytes.withUnsafeBytes { source in
        LZ4F_compressFrame(
          target.baseAddress,
          target.count,
          source.baseAddress,
          source.count,
          nil
        )
      }
    }
    return Array(output.prefix(count))
  }

  static func compress(_ bytes: [UInt8], _ name: String) -> [UInt8] {
    switch name {
    case "gzip": gzip(bytes)
    case "zstd": zstd(bytes)
    default: lz4(bytes)
    }
  }
}
