/// A deterministic source of pseudo-random numbers: SplitMix64 (Steele, Lea and Flood, 2014).
///
/// The distributions are written out here, with nothing but IEEE basic operations, so that the same
/// seed gives the same bytes on every platform and with every standard library.
package struct RandomSource: Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A whole number in `0..<bound`.
  package mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// A whole number in `range`.
  package mutating func within(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// A number in `0..<1`.
  package mutating func fraction() -> Double {
    Double(next() >> 11) / 9_007_199_254_740_992
  }

  package mutating func chance(_ probability: Double) -> Bool {
    fraction() < probability
  }

  /// A size from a bounded Pareto distribution with exponent 1: many small ones, a heavy tail.
  package mutating func heavyTailed(_ range: ClosedRange<Int>) -> Int {
    let low = Double(range.lowerBound)
    let high = Double(range.upperBound)
    return Int(low / (1 - fraction() * (1 - low / high)))
  }

  package mutating func bytes(_ count: Int) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(count)
    for _ in 0..<count { result.append(UInt8(truncatingIfNeeded: next() >> 24)) }
    return result
  }
}
