/// A growable array of plain values whose front can be dropped in constant time.
///
/// It is the store of a flow's segments and holes: held inline in the flow as one pointer and three
/// counts, without reference counting. The owner must call `release()`; flows are never copied.
struct SlidingArray<Element: BitwiseCopyable> {
  private var base: UnsafeMutablePointer<Element>?
  private var head: Int32 = 0
  private(set) var count: Int32 = 0
  private var capacity: Int32 = 0

  init() {}

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
    let place = start + index
    (place + 1).update(from: place, count: Int(count) - index)
    place.initialize(to: element)
    count += 1
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
    let smaller = UnsafeMutablePointer<Element>.allocate(capacity: Int(max(4, count)))
    smaller.initialize(from: base + Int(head), count: Int(count))
    base.deallocate()
    self.base = smaller
    head = 0
    capacity = max(4, count)
  }

  /// Frees the memory; the array is empty afterwards.
  mutating func release() {
    base?.deallocate()
    self = SlidingArray()
  }

  private var start: UnsafeMutablePointer<Element> {
    guard let base else { preconditionFailure("an empty array has no elements") }
    return base + Int(head)
  }

  private mutating func reserveOneMore() {
    guard head + count == capacity else { return }
    if let base, head > capacity / 2 {
      base.update(from: base + Int(head), count: Int(count))
    } else {
      // Small first: most flows have few segments outstanding.
      let larger = max(8, capacity * 2)
      let memory = UnsafeMutablePointer<Element>.allocate(capacity: Int(larger))
      if let base {
        memory.update(from: base + Int(head), count: Int(count))
        base.deallocate()
      }
      base = memory
      capacity = larger
    }
    head = 0
  }
}
