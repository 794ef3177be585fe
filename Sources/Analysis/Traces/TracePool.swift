/// Points of many flows in blocks of a few, of which there are only so many.
///
/// A flow of a dozen packets takes one block, a long one many, and what ends gives its own back.
struct TracePool: ~Copyable {
  /// Points of a flow, in blocks that lead to each other.
  struct Chain {
    fileprivate var first: Int32 = -1
    fileprivate var last: Int32 = -1
    fileprivate(set) var count = 0
  }

  private static let points = 16
  /// Blocks that are taken from the system together.
  private static let blocks = 1_024

  private let limit: Int
  private var chunks: [UnsafeMutablePointer<TracePoint>] = []
  private var following: ContiguousArray<Int32> = []
  private var preceding: ContiguousArray<Int32> = []
  private var freeBlock: Int32 = -1
  private(set) var used = 0

  init(bytes: Int) {
    limit = max(2, bytes / (Self.points * MemoryLayout<TracePoint>.stride))
  }

  deinit { for chunk in chunks { chunk.deallocate() } }

  /// A quarter of the blocks is free.
  var hasRoom: Bool { used <= limit - limit / 4 }

  private func pointer(_ block: Int32) -> UnsafeMutablePointer<TracePoint> {
    let place = Int(block)
    return chunks[place / Self.blocks] + place % Self.blocks * Self.points
  }

  /// Adds a point; `false` if there is no block left for it.
  @inline(__always)
  mutating func append(_ point: TracePoint, to chain: inout Chain) -> Bool {
    let place = chain.count % Self.points
    if place == 0 {
      guard let block = takeBlock() else { return false }
      if chain.last >= 0 { following[Int(chain.last)] = block } else { chain.first = block }
      preceding[Int(block)] = chain.last
      chain.last = block
    }
    pointer(chain.last)[place] = point
    chain.count += 1
    return true
  }

  private mutating func takeBlock() -> Int32? {
    guard used < limit else { return nil }
    used += 1
    if freeBlock >= 0 {
      let block = freeBlock
      freeBlock = following[Int(block)]
      following[Int(block)] = -1
      return block
    }
    if following.count == chunks.count * Self.blocks {
      chunks.append(.allocate(capacity: Self.blocks * Self.points))
    }
    following.append(-1)
    preceding.append(-1)
    return Int32(truncatingIfNeeded: following.count - 1)
  }

  /// All points of a chain, oldest first.
  func points(of chain: Chain) -> ContiguousArray<TracePoint> {
    var points = ContiguousArray<TracePoint>()
    points.reserveCapacity(chain.count)
    var block = chain.first
    while block >= 0, points.count < chain.count {
      let count = min(Self.points, chain.count - points.count)
      points.append(contentsOf: UnsafeBufferPointer(start: pointer(block), count: count))
      block = following[Int(block)]
    }
    return points
  }

  /// Hands every point of a chain to `body`, oldest first.
  func visit(_ chain: Chain, _ body: (borrowing TracePoint) -> Void) {
    var block = chain.first
    var rest = chain.count
    while block >= 0, rest > 0 {
      let points = pointer(block)
      for index in 0..<min(Self.points, rest) { body(points[index]) }
      rest -= Self.points
      block = following[Int(block)]
    }
  }

  /// Changes the point of a frame, if the chain has it; what becomes known later is mostly of one of
  /// the last frames.
  func change(_ frame: UInt64, in chain: Chain, _ body: (inout TracePoint) -> Void) {
    guard chain.count > 0 else { return }
    var block = chain.last
    var count = (chain.count - 1) % Self.points + 1
    while block >= 0 {
      let points = pointer(block)
      if points[0].frame <= frame {
        for index in 0..<count where points[index].frame == frame { return body(&points[index]) }
        return
      }
      block = preceding[Int(block)]
      count = Self.points
    }
  }

  /// Gives the blocks of a chain back.
  mutating func release(_ chain: inout Chain) {
    if chain.last >= 0 {
      following[Int(chain.last)] = freeBlock
      freeBlock = chain.first
      used -= (chain.count + Self.points - 1) / Self.points
    }
    chain = Chain()
  }

  /// Puts fewer points in the place of those that a chain has.
  mutating func replace(_ chain: inout Chain, with points: ContiguousArray<TracePoint>) {
    release(&chain)
    for point in points { _ = append(point, to: &chain) }
  }
}
