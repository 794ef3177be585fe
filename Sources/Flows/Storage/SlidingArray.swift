/// A growable array of plain values whose front can be dropped in constant time.
///
/// It is the store of a flow's segments and holes: held inline in the flow as two pointers and three
/// counts, without reference counting. The owner must call `release()`; flows are never copied.
struct SlidingArray<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>?
  private var head: Int32 = 0
  private(set) var count: Int32 = 0
  private var capacity: Int32 = 0
  /// Where its memory comes from; the allocator when there is none.
  private var pool: UnsafeMutablePointer<BlockPool>?

  /// An empty array; a `pool` must outlive it.
  init(pool: UnsafeMutablePointer<BlockPool>? = nil) { self.pool = pool }

  var isEmpty: Bool { count == 0 }

  subscript(_ index: Int) -> Element {
    unsafeAddress {
      precondition(index >= 0 && index < count)
      return UnsafePointer(start + index)
    }
    unsafeMutableAddress {
      precondition(index >= 0 && index < count)
      return start + index
    }
  }

  /// Adds at the end.
  mutating func append(_ element: Element) {
    reserveOneMore()
    (start + Int(count)).initialize(to: element)
    count += 1
  }

  /// Inserts before `index` (0 … count).
  mutating func insert(_ element: Element, at index: Int) {
    precondition(index >= 0 && index <= count)
    reserveOneMore()
    if index < Int(count) / 2 {
      makeRoomInFront()
      (start - 1).update(from: start, count: index)
      head -= 1
    } else {
      let place = start + index
      (place + 1).update(from: place, count: Int(count) - index)
    }
    count += 1
    (start + index).initialize(to: element)
  }

  /// Moves the elements to the middle of the free memory when they begin at its start, so that the
  /// shorter side can make way for an insertion.
  private mutating func makeRoomInFront() {
    guard head == 0, let base else { return }
    let room = (capacity - count + 1) / 2
    (base + Int(room)).update(from: base, count: Int(count))
    head = room
  }

  mutating func remove(at index: Int) {
    precondition(index >= 0 && index < count)
    let place = start + index
    place.update(from: place + 1, count: Int(count) - index - 1)
    count -= 1
  }

  /// Drops the first `number` elements.
  mutating func removeFirst(_ number: Int) {
    precondition(number >= 0 && number <= count)
    head += Int32(number)
    count -= Int32(number)
    if count == 0 { head = 0 }
  }

  /// Moves to the smallest memory that holds the elements.
  mutating func compact() {
    guard let base, capacity > max(8, count) else { return }
    let smaller = allocate(max(4, count))
    smaller.initialize(from: base + Int(head), count: Int(count))
    deallocate(base)
    self.base = smaller
    head = 0
    capacity = max(4, count)
  }

  /// The elements with their memory; the array is empty afterwards.
  mutating func take() -> SlidingArray {
    defer { self = SlidingArray(pool: pool) }
    return self
  }

  /// Frees the memory; the array is empty afterwards.
  mutating func release() {
    if let base { deallocate(base) }
    self = SlidingArray(pool: pool)
  }

  /// Writes the elements, packed, to `output`; returns the bytes written.
  ///
  /// The first is written as it is, each other as it differs from the one before it.
  func pack(to output: UnsafeMutableRawPointer) -> Int {
    guard count > 0 else { return 0 }
    let words = Int(count) * Self.words
    return UnsafeRawPointer(start).withMemoryRebound(to: UInt64.self, capacity: words) { elements in
      output.copyMemory(from: elements, byteCount: Self.words * 8)
      return Self.words * 8
        + PackedWords.pack(
          elements + Self.words,
          from: elements,
          count: words - Self.words,
          to: output + Self.words * 8
        )
    }
  }

  private static var words: Int { MemoryLayout<Element>.stride / 8 }

  /// Puts `count` elements that were packed at `offset` of `input` into an empty array; steps over
  /// them.
  mutating func unpack(_ count: Int, from input: UnsafeRawPointer, _ offset: inout Int) {
    guard count > 0 else { return }
    let memory = allocate(Int32(truncatingIfNeeded: count))
    let words = count * Self.words
    let start = input + offset
    offset += UnsafeMutableRawPointer(memory).withMemoryRebound(to: UInt64.self, capacity: words) {
      elements in
      UnsafeMutableRawPointer(elements).copyMemory(from: start, byteCount: Self.words * 8)
      return Self.words * 8
        + PackedWords.unpack(
          start + Self.words * 8,
          to: elements + Self.words,
          from: elements,
          count: words - Self.words
        )
    }
    base = memory
    self.count = Int32(truncatingIfNeeded: count)
    capacity = self.count
  }

  private var start: UnsafeMutablePointer<Element> {
    guard let base else { preconditionFailure("an empty array has no elements") }
    return base + Int(head)
  }

  private func allocate(_ capacity: Int32) -> UnsafeMutablePointer<Element> {
    guard let pool else { return .allocate(capacity: Int(capacity)) }
    let size = Int(capacity) * MemoryLayout<Element>.stride
    return pool.pointee.take(size).bindMemory(to: Element.self, capacity: Int(capacity))
  }

  /// Frees memory that was taken for the present capacity.
  private func deallocate(_ memory: UnsafeMutablePointer<Element>) {
    guard let pool else { return memory.deallocate() }
    pool.pointee.giveBack(memory, Int(capacity) * MemoryLayout<Element>.stride)
  }

  private mutating func reserveOneMore() {
    guard head + count == capacity else { return }
    if let base, head > capacity / 2 {
      base.update(from: base + Int(head), count: Int(count))
    } else {
      // Small first: most flows have few segments outstanding.
      let larger = max(8, capacity * 2)
      let memory = allocate(larger)
      if let base {
        memory.update(from: base + Int(head), count: Int(count))
        deallocate(base)
      }
      base = memory
      capacity = larger
    }
    head = 0
  }
}
