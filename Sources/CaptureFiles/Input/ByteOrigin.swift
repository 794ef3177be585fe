/// Where the bytes of a capture come from before anything is decompressed.
struct ByteOrigin: ~Copyable, Sendable {
  private enum Kind {
    case descriptor(Int32, closesAtEnd: Bool)
    case memory([UInt8], piece: Int)
  }

  private let kind: Kind
  /// Name for messages.
  let name: String
  /// Size of the whole file; nil for pipes.
  let size: UInt64?
  /// Bytes read so far.
  private(set) var position: UInt64 = 0

  /// Opens a file; "-" is standard input.
  init(path: String) throws(CaptureFileError) {
    name = path
    if path == "-" {
      kind = .descriptor(0, closesAtEnd: false)
      size = SystemCalls.size(of: 0)
      return
    }
    switch SystemCalls.openForReading(path) {
    case .failure(let failure):
      throw .system(operation: .open, path: path, errno: failure.errno)
    case .success(let descriptor):
      kind = .descriptor(descriptor, closesAtEnd: true)
      size = SystemCalls.size(of: descriptor)
      SystemCalls.expectSequentialReading(descriptor)
    }
  }

  /// Reads from a descriptor that someone else closes.
  init(descriptor: Int32, name: String) {
    kind = .descriptor(descriptor, closesAtEnd: false)
    self.name = name
    size = SystemCalls.size(of: descriptor)
  }

  /// Reads from memory, at most `piece` bytes at once.
  init(bytes: [UInt8], piece: Int, name: String) {
    kind = .memory(bytes, piece: max(piece, 1))
    self.name = name
    size = UInt64(bytes.count)
  }

  deinit {
    if case .descriptor(let descriptor, true) = kind { _ = SystemCalls.closeFile(descriptor) }
  }

  /// Reads at most the size of the buffer; 0 at the end.
  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(CaptureFileError) -> Int {
    let count: Int
    switch kind {
    case .descriptor(let descriptor, _):
      switch SystemCalls.readSome(descriptor, into: buffer) {
      case .success(let read): count = read
      case .failure(let failure):
        throw .system(operation: .read, path: name, errno: failure.errno)
      }
    case .memory(let bytes, let piece):
      let start = Int(position)
      count = min(buffer.count, bytes.count - start, piece)
      bytes.withUnsafeBytes { all in
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: all[start..<start + count]))
      }
    }
    position += UInt64(count)
    return count
  }
}
