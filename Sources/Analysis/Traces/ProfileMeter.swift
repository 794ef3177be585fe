import Flows

/// Counts what a flow moves in bins of equal length, whose length doubles whenever they do not reach.
struct ProfileMeter {
  /// Twice as many as a profile has, so that at least as many are in use.
  private static let count = 32

  private var bins: InlineArray<32, UInt32> = .init(repeating: 0)
  private let start: Int64
  /// The length of a bin in nanoseconds, as a power of two: a microsecond at first.
  private var shift: UInt64 = 10

  init(start: Int64) { self.start = start }

  mutating func add(_ bytes: UInt32, at time: Int64) {
    let offset = UInt64(max(0, time.subtractingReportingOverflow(start).partialValue))
    var bin = offset >> shift
    if bin >= UInt64(Self.count) {
      fold(until: bin)
      bin = offset >> shift
    }
    let (sum, overflows) = bins[Int(bin)].addingReportingOverflow(bytes)
    bins[Int(bin)] = overflows ? .max : sum
  }

  /// Makes the bins so long that the last one reaches to where `bin` is now.
  private mutating func fold(until bin: UInt64) {
    var steps: UInt64 = 0
    while bin >> steps >= UInt64(Self.count) { steps += 1 }
    var folded = InlineArray<32, UInt32>(repeating: 0)
    for index in 0..<Self.count {
      let (sum, overflows) = folded[index >> Int(steps)].addingReportingOverflow(bins[index])
      folded[index >> Int(steps)] = overflows ? .max : sum
    }
    bins = folded
    shift += steps
  }

  /// The profile of a flow that lasted so many nanoseconds; what takes none is in the first part.
  func profile(duration: Int64) -> FlowProfile {
    var shares = InlineArray<16, Double>(repeating: 0)
    guard duration > 0 else {
      var profile = FlowProfile()
      let sum = (0..<Self.count).reduce(0) { $0 + UInt64(bins[$1]) }
      profile.values[0] = FlowProfile.value(of: sum)
      return profile
    }
    let length = Double(UInt64(1) << shift)
    let part = Double(duration) / Double(FlowProfile.count)
    for index in 0..<Self.count where bins[index] > 0 {
      let from = Double(index) * length / part
      let to = min(from + length / part, Double(FlowProfile.count))
      guard to > from else {
        shares[FlowProfile.count - 1] += Double(bins[index])
        continue
      }
      // What a bin holds is spread evenly over the parts that it covers.
      var place = Int(from)
      while place < FlowProfile.count, Double(place) < to {
        let covered = min(to, Double(place + 1)) - max(from, Double(place))
        shares[place] += Double(bins[index]) * covered / (to - from)
        place += 1
      }
    }
    var profile = FlowProfile()
    for index in 0..<FlowProfile.count {
      profile.values[index] = FlowProfile.value(of: UInt64(shares[index].rounded()))
    }
    return profile
  }
}
