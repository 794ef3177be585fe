/// The bytes of a capture after decompression.
struct CaptureInput: ~Copyable, Sendable {
  private var origin: ByteOrigin
  /// First bytes of the file, read to recognise compression and not passed on yet.
  private var head: ByteBuffer
  /// How the file is compressed, by its first bytes.
  let compression: CaptureCompression?
  /// What is wrong with the compressed data; set where reading ended because of it.
  private(set) var problem: CaptureDamage.Reason?

  init(
    _ origin: consuming ByteOrigin,
    limits: CaptureLimits
  ) throws(CaptureFileError) {
    var origin = origin
    var head = ByteBuffer(capacity: 4_096)
    while head.count < 4 {
      guard try head.fill({ (free) throws(CaptureFileError) in try origin.read(into: free) }) > 0
      else { break }
    }
    compression = nil
    self.origin = origin
    self.head = head
  }

  /// Bytes of the file itself that were read.
  var position: UInt64 { origin.position }

  /// Reads at most the size of the buffer; 0 at the end.
  mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(CaptureFileError) -> Int {
    guard head.count == 0 else {
      let count = min(head.count, buffer.count)
      head.withBytes { bytes in
        bytes.extracting(0..<count).withUnsafeBytes { buffer.copyMemory(from: $0) }
      }
      head.removeFirst(count)
      return count
    }
    return try origin.read(into: buffer)
  }
}
