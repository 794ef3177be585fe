/// Durations in microseconds with their quantiles: the first few inline, the next exactly on the
/// heap, and many in logarithmic bins.
///
/// A connection that ends after a few dozen packets takes tens of bytes here instead of the two
/// kilobytes of the bins. The owner must call `release()`.
struct DurationSamples {
  private static let inlineCount = 8
  /// More samples than this are kept in bins (relative error ≤ 3.2 %).
  private static let listCount = 128

  private(set) var count: UInt64 = 0
  private var early: InlineArray<8, UInt32> = .init(repeating: 0)
  /// The samples after the inline ones, or the bins of all once there are more than `listCount`.
  private var memory: UnsafeMutablePointer<UInt32>?

  init() {}

  /// Adds one sample.
  mutating func add(_ micros: UInt32) {
    switch count {
    case ..<UInt64(Self.inlineCount): early[Int(count)] = micros
    case ..<UInt64(Self.listCount): list(micros, at: Int(count) - Self.inlineCount)
    case UInt64(Self.listCount):
      startBins()
      fallthrough
    default: memory?[DurationBins.index(of: micros)] &+= 1
    }
    count &+= 1
  }

  /// The samples, or middles of bins, at ascending ranks (1 … count), in microseconds.
  func values<let number: Int>(atRanks ranks: InlineArray<number, UInt64>)
    -> InlineArray<number, Int64>
  {
    count > UInt64(Self.listCount) ? binned(ranks) : listed(ranks)
  }

  mutating func release() {
    memory?.deallocate()
    memory = nil
    count = 0
  }

  private mutating func list(_ micros: UInt32, at index: Int) {
    // With the inline ones a power of two: room for 8, 24, 56 and 120.
    let filled = index + Self.inlineCount
    if filled & (filled - 1) == 0 {
      let larger = UnsafeMutablePointer<UInt32>.allocate(capacity: index + filled)
      if let memory {
        larger.initialize(from: memory, count: index)
        memory.deallocate()
      }
      memory = larger
    }
    memory?[index] = micros
  }

  private mutating func startBins() {
    let bins = UnsafeMutablePointer<UInt32>.allocate(capacity: DurationBins.count)
    bins.initialize(repeating: 0, count: DurationBins.count)
    for index in 0..<Self.listCount { bins[DurationBins.index(of: sample(index))] += 1 }
    memory?.deallocate()
    memory = bins
  }

  private func sample(_ index: Int) -> UInt32 {
    index < Self.inlineCount ? early[index] : memory?[index - Self.inlineCount] ?? 0
  }

  private func listed<let number: Int>(_ ranks: InlineArray<number, UInt64>)
    -> InlineArray<number, Int64>
  {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: Self.listCount) { sorted in
      let filled = min(Int(clamping: count), Self.listCount)
      for index in 0..<filled { insert(sample(index), into: sorted, of: index) }
      return InlineArray {
        ranks[$0] > 0 && ranks[$0] <= count ? Int64(sorted[Int(ranks[$0]) - 1]) : 0
      }
    }
  }

  /// Few enough to insert one by one, and often nearly in order.
  private func insert(
    _ value: UInt32,
    into sorted: UnsafeMutableBufferPointer<UInt32>,
    of count: Int
  ) {
    var place = count
    while place > 0, sorted[place - 1] > value {
      sorted[place] = sorted[place - 1]
      place -= 1
    }
    sorted[place] = value
  }

  private func binned<let number: Int>(_ ranks: InlineArray<number, UInt64>)
    -> InlineArray<number, Int64>
  {
    var values = InlineArray<number, Int64>(repeating: 0)
    guard let memory else { return values }
    var below: UInt64 = 0
    var next = 0
    for bin in 0..<DurationBins.count where next < number {
      below += UInt64(memory[bin])
      while next < number, below >= ranks[next] {
        values[next] = DurationBins.middle(of: bin)
        next += 1
      }
    }
    return values
  }
}
