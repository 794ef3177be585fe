/// Bytes in memory of their own, filled at the end and reused.
///
/// An array would have to be copied out and put back to be filled by `read(2)` or a decompressor;
/// this is the memory itself, with one owner (hence unchecked: a pointer tells the compiler nothing
/// of owners).
struct ByteBuffer: ~Copyable, @unchecked Sendable {
  private var memory: UnsafeMutableRawBufferPointer
  /// Bytes that hold something.
  private(set) var count = 0

  init(capacity: Int) {
    memory = .allocate(byteCount: max(capacity, 64), alignment: 16)
  }

  deinit { memory.deallocate() }

  /// Bytes that fit without growing.
  var capacity: Int { memory.count }

  /// Lends the filled bytes.
  func withBytes<R, E: Error>(_ body: (RawSpan) throws(E) -> R) throws(E) -> R {
    try body(UnsafeRawBufferPointer(rebasing: memory[..<count]).bytes)
  }

  /// Lends the memory behind the filled bytes; the body returns how much of it it filled.
  mutating func fill<E: Error>(
    _ body: (UnsafeMutableRawBufferPointer) throws(E) -> Int
  ) throws(E) -> Int {
    let filled = try body(UnsafeMutableRawBufferPointer(rebasing: memory[count...]))
    precondition(filled >= 0 && filled <= memory.count - count)
    count += filled
    return filled
  }

  /// Forgets everything.
  mutating func removeAll() { count = 0 }

  /// Forgets the first bytes and moves the others to the front.
  mutating func removeFirst(_ discarded: Int) {
    precondition(discarded >= 0 && discarded <= count)
    guard discarded > 0 else { return }
    let rest = UnsafeRawBufferPointer(rebasing: memory[discarded..<count])
    memory.copyMemory(from: rest)
    count = rest.count
  }

  /// Appends a part of another buffer.
  mutating func append(_ other: borrowing ByteBuffer, from start: Int) {
    precondition(start >= 0 && start <= other.count)
    reserve(count + other.count - start)
    let rest = UnsafeRawBufferPointer(rebasing: other.memory[start..<other.count])
    UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: rest)
    count += rest.count
  }

  /// Appends bytes.
  mutating func append(_ bytes: RawSpan) {
    reserve(count + bytes.byteCount)
    bytes.withUnsafeBytes { source in
      UnsafeMutableRawBufferPointer(rebasing: memory[count...]).copyMemory(from: source)
    }
    count += bytes.byteCount
  }

  /// Appends the bytes of an integer as they are in memory.
  mutating func appendInteger<Integer: FixedWidthInteger & BitwiseCopyable>(_ value: Integer) {
    let size = MemoryLayout<Integer>.size
    if memory.count - count < size { reserve(max(count + size, memory.count * 2)) }
    memory.storeBytes(of: value, toByteOffset: count, as: Integer.self)
    count += size
  }

  /// Replaces four bytes, least significant first.
  mutating func replace32(at offset: Int, with value: UInt32) {
    precondition(offset >= 0 && offset + 4 <= count)
    memory.storeBytes(of: value.littleEndian, toByteOffset: offset, as: UInt32.self)
  }

  /// Makes room for at least this many bytes in all.
  mutating func reserve(_ wanted: Int) {
    guard wanted > memory.count else { return }
    let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: wanted, alignment: 16)
    larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[..<count]))
    memory.deallocate()
    memory = larger
  }
}
