/// The most bytes that passed within 100 ms and within 1 s, in bins counted from the epoch.
struct RateMeter {
  private static let width: Int64 = 100_000_000
  private var bin: Int64 = .min
  private var second: Int64 = .min
  private var binBytes: UInt64 = 0
  private var secondBytes: UInt64 = 0
  private(set) var peak100ms: UInt64 = 0
  private(set) var peak1s: UInt64 = 0

  init() {}

  /// Adds bytes captured at `time` (nanoseconds).
  mutating func add(_ number: UInt64, at time: Int64) {
    let current = time / Self.width
    if current != bin {
      bin = current
      binBytes = 0
      let currentSecond = current / 10
      if currentSecond != second {
        second = currentSecond
        secondBytes = 0
      }
    }
    binBytes &+= number
    secondBytes &+= number
    peak100ms = max(peak100ms, binBytes)
    peak1s = max(peak1s, secondBytes)
  }
}
