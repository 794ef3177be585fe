package import Packets

/// Sums over time in a bounded number of bins, whose width grows with the time that they cover.
///
/// Bins begin at multiples of their width since 1970, and widths are doublings of 1 ms, so that
/// two bins make exactly one of the next width: what a series says does not depend on the order of
/// its samples, nor on how they were divided among series that are merged.
package struct TimeSeries<Bin: Mergeable>: Sendable {
  /// No more bins than this: as many as a wide screen shows apart.
  package static var binLimit: Int { 512 }
  /// Nanoseconds of the narrowest bin.
  package static var narrowestWidth: Int64 { 1_000_000 }

  /// Nanoseconds that a bin covers.
  package private(set) var width = Self.narrowestWidth
  /// The bins from the first that has samples to the last.
  package private(set) var bins = ContiguousArray<Bin>()
  /// Number of the first bin, counted in widths since 1970.
  private(set) var base: Int64 = 0
  /// The bin used last, which the next sample most often goes to.
  private var currentStart: Int64 = 0
  private var current = 0

  package init() {}

  init(width: Int64, base: Int64, bins: ContiguousArray<Bin>) {
    (self.width, self.base, self.bins) = (width, base, bins)
    currentStart = base &* width
  }

  /// Changes the bin of a moment.
  @inline(__always)
  mutating func update(at time: Timestamp, _ body: (inout Bin) -> Void) {
    // Unsigned, so that a moment before the bin is far behind it.
    if bins.isEmpty
      || UInt64(bitPattern: time.nanoseconds &- currentStart) >= UInt64(width)
    {
      seek(time.nanoseconds)
    }
    body(&bins[current])
  }

  /// Nanoseconds since 1970 at which a bin begins.
  package func start(of bin: Int) -> Timestamp {
    Timestamp(bin: base &+ Int64(bin), of: width)
  }

  private mutating func seek(_ time: Int64) {
    if bins.isEmpty { base = Self.bin(of: time, width) }
    var number = Self.bin(of: time, width)
    while !reaches(number...number) {
      coarsen()
      number = Self.bin(of: time, width)
    }
    cover(number...number)
    current = Int(number - base)
    currentStart = number &* width
  }

  /// Whether the bins may be extended to more.
  private func reaches(_ range: ClosedRange<Int64>) -> Bool {
    let first = min(base, range.lowerBound)
    let last = max(base + Int64(bins.count) - 1, range.upperBound)
    return last - first < Int64(Self.binLimit)
  }

  private mutating func cover(_ range: ClosedRange<Int64>) {
    if bins.isEmpty {
      bins.reserveCapacity(Self.binLimit)
      base = range.lowerBound
    }
    if range.lowerBound < base {
      bins.insert(contentsOf: repeatElement(Bin(), count: Int(base - range.lowerBound)), at: 0)
      base = range.lowerBound
    }
    while base + Int64(bins.count) <= range.upperBound { bins.append(Bin()) }
  }

  /// Doubles the width.
  mutating func coarsen() {
    width *= 2
    let first = base >> 1
    var merged = ContiguousArray<Bin>()
    merged.reserveCapacity(Self.binLimit)
    for (index, bin) in bins.enumerated() {
      let place = Int(((base + Int64(index)) >> 1) - first)
      if place == merged.count { merged.append(bin) } else { merged[place].merge(bin) }
    }
    (bins, base) = (merged, first)
    (current, currentStart) = (0, base &* width)
  }

  /// The number of the bin of a moment; rounds down also before 1970.
  private static func bin(of time: Int64, _ width: Int64) -> Int64 {
    let quotient = time / width
    return time % width < 0 ? quotient - 1 : quotient
  }
}

extension TimeSeries: Mergeable {
  /// Adds what another series has, on the wider of the two widths or wider still.
  package mutating func merge(_ other: TimeSeries) {
    guard !other.bins.isEmpty else { return }
    var added = other
    while added.width < width { added.coarsen() }
    while width < added.width { coarsen() }
    var range = added.base...(added.base + Int64(added.bins.count) - 1)
    while !bins.isEmpty, !reaches(range) {
      added.coarsen()
      coarsen()
      range = added.base...(added.base + Int64(added.bins.count) - 1)
    }
    cover(range)
    let offset = Int(added.base - base)
    for index in added.bins.indices { bins[offset + index].merge(added.bins[index]) }
    (current, currentStart) = (0, base &* width)
  }
}
