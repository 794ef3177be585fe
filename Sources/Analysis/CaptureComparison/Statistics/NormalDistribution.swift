#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// The standard normal distribution.
enum NormalDistribution {
  /// How likely a value at least as far from 0 as `z` is, on either side.
  static func probability(beyond z: Double) -> Double {
    guard z.isFinite else { return z.isNaN ? 1 : 0 }
    return erfc(abs(z) / 2.0.squareRoot())
  }
}
