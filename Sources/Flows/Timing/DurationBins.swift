/// Logarithmic bins of durations in microseconds: 16 to an octave, exact below 16 µs.
enum DurationBins {
  private static let bits = 4
  /// Enough for every `UInt32`.
  static let count = (32 - bits + 1) << bits

  /// The bin that holds `micros`.
  static func index(of micros: UInt32) -> Int {
    guard micros >= 1 << bits else { return Int(micros) }
    let exponent = 31 - micros.leadingZeroBitCount
    let fraction = Int(micros >> (exponent - bits)) & ((1 << bits) - 1)
    return ((exponent - bits + 1) << bits) + fraction
  }

  /// A duration in the middle of a bin, in microseconds.
  static func middle(of bin: Int) -> Int64 {
    guard bin >= 1 << bits else { return Int64(bin) }
    let exponent = (bin >> bits) + bits - 1
    let width = Int64(1) << (exponent - bits)
    let start = (Int64(1) << exponent) + Int64(bin & ((1 << bits) - 1)) * width
    return start + width / 2
  }
}
