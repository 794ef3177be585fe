/// A stream of bytes through one fixed buffer to a file descriptor, or into memory.
///
/// Everything that Apus writes in bulk goes through it: fields are formatted straight into the
/// buffer, so a record costs neither a `String` nor an allocation. The `put` functions never throw:
/// the first error is kept, what follows is discarded, and `checkpoint()` and `flush()` report it.
/// Bytes reach the descriptor when the buffer is full and on `flush()`; a writer that goes away
/// without `flush()` loses what it still held. It does not close the descriptor.
package struct ByteWriter: ~Copyable {
  /// Bytes held before `write(2)` is called: large enough to make its cost vanish, small enough to
  /// stay in the L2 cache.
  package static let capacity = 64 << 10

  /// The first error of the stream.
  package private(set) var failure: OutputError?
  /// Bytes put so far, written or not.
  package var total: UInt64 { flushed &+ UInt64(count) }

  private let buffer: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var flushed: UInt64 = 0
  private let descriptor: Int32?
  private var collected: [UInt8] = []

  /// Writes to an open descriptor.
  package init(descriptor: Int32) {
    self.descriptor = descriptor
    buffer = .allocate(capacity: Self.capacity)
  }

  /// Collects in memory, for small documents and tests; see `takeBytes()`.
  package init() {
    descriptor = nil
    buffer = .allocate(capacity: Self.capacity)
  }

  deinit { buffer.deallocate() }

  // MARK: Errors and the end

  /// Reports the first error so far without writing anything; called once for each record.
  package func checkpoint() throws(OutputError) {
    if let failure { throw failure }
  }

  /// Hands everything held to the descriptor and reports the first error of the stream.
  package mutating func flush() throws(OutputError) {
    drain()
    if let failure { throw failure }
  }

  /// What a writer in memory has collected; it starts again empty.
  package mutating func takeBytes() -> [UInt8] {
    drain()
    defer { collected = [] }
    return collected
  }

  // MARK: Bytes

  package mutating func put(_ byte: UInt8) {
    reserve(1)
    buffer[count] = byte
    count &+= 1
  }

  package mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Puts the text's UTF-8 as it is, unescaped.
  package mutating func put(_ text: String) {
    var text = text
    text.withUTF8 { put($0) }
  }

  package mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.count <= Self.capacity else {
      for start in stride(from: 0, to: bytes.count, by: Self.capacity) {
        let end = min(start + Self.capacity, bytes.count)
        put(UnsafeBufferPointer(rebasing: bytes[start..<end]))
      }
      return
    }
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (buffer + count).update(from: start, count: bytes.count)
    count &+= bytes.count
  }

  /// Lends `size` bytes at the end of the stream to `fill`, which writes them all.
  ///
  /// `size` is at most the buffer's capacity.
  mutating func put(size: Int, _ fill: (UnsafeMutablePointer<UInt8>) -> Void) {
    precondition(size <= Self.capacity)
    reserve(size)
    fill(buffer + count)
    count &+= size
  }

  private mutating func reserve(_ size: Int) {
    if Self.capacity &- count < size { drain() }
  }

  private mutating func drain() {
    let bytes = UnsafeRawBufferPointer(start: buffer, count: count)
    flushed &+= UInt64(count)
    count = 0
    guard failure == nil else { return }
    guard let descriptor else {
      collected.append(contentsOf: bytes)
      return
    }
    do {
      try SystemWrite.all(bytes, to: descriptor)
    } catch {
      failure = error
    }
  }
}
