/// Numbered places for values that never move: pages of 256, with a list of free places.
///
/// It grows by pages, so that memory follows the flows alive instead of doubling.
struct Slab<Element>: ~Copyable {
  private static var pageBits: Int { 8 }
  private var pages: UnsafeMutablePointer<UnsafeMutablePointer<Element>>
  private var pageCount = 0
  private var pageCapacity = 16
  private var free: [Int32] = []
  /// One bit for each place that is in use.
  private var used: [UInt64] = []
  /// Places in use.
  private(set) var count = 0

  init() { pages = .allocate(capacity: pageCapacity) }

  deinit {
    for page in 0..<pageCount { pages[page].deallocate() }
    pages.deallocate()
  }

  /// The value at a place in use.
  @inline(__always)
  func pointer(_ index: Int) -> UnsafeMutablePointer<Element> {
    pages[index >> Self.pageBits] + (index & ((1 << Self.pageBits) - 1))
  }

  /// Places that exist, in use or free.
  var places: Int { pageCount << Self.pageBits }

  /// Whether the place at `index` is in use.
  func isUsed(_ index: Int) -> Bool { used[index >> 6] & (1 << UInt64(index & 63)) != 0 }

  /// Takes a free place and puts `value` there.
  mutating func insert(_ value: consuming Element) -> Int {
    let index = takePlace()
    pointer(index).initialize(to: value)
    return index
  }

  /// Takes a free place and puts a copy of the value at `source` there.
  mutating func insert(copying source: UnsafePointer<Element>) -> Int {
    let index = takePlace()
    pointer(index).initialize(from: source, count: 1)
    return index
  }

  private mutating func takePlace() -> Int {
    if free.isEmpty { addPage() }
    let index = Int(free.removeLast())
    used[index >> 6] |= 1 << UInt64(index & 63)
    count += 1
    return index
  }

  /// Frees a place.
  mutating func remove(_ index: Int) {
    pointer(index).deinitialize(count: 1)
    free.append(Int32(index))
    used[index >> 6] &= ~(1 << UInt64(index & 63))
    count -= 1
  }

  /// Calls `body` with every place in use, in order.
  func visit(_ body: (Int, UnsafeMutablePointer<Element>) -> Void) {
    for (word, bits) in used.enumerated() {
      var rest = bits
      while rest != 0 {
        let index = word << 6 + rest.trailingZeroBitCount
        rest &= rest - 1
        body(index, pointer(index))
      }
    }
  }

  private mutating func addPage() {
    if pageCount == pageCapacity {
      let larger = UnsafeMutablePointer<UnsafeMutablePointer<Element>>.allocate(
        capacity: pageCapacity * 2
      )
      larger.moveInitialize(from: pages, count: pageCount)
      pages.deallocate()
      pages = larger
      pageCapacity *= 2
    }
    let size = 1 << Self.pageBits
    (pages + pageCount).initialize(to: .allocate(capacity: size))
    let first = pageCount << Self.pageBits
    for offset in (0..<size).reversed() { free.append(Int32(first + offset)) }
    used.append(contentsOf: repeatElement(0, count: size / 64))
    pageCount += 1
  }
}
