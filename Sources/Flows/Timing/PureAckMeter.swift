import Packets

/// Collects the round trips that ACKs without data ended (``PureAckRoundTrips``).
struct PureAckMeter {
  private var count: UInt32 = 0
  private var suspects: UInt32 = 0
  private var prompt: UInt32 = 0
  private var minimum: Int64 = .max
  private var maximum: Int64 = 0
  private var variationSum: Int64 = 0
  private var previous: Int64 = 0

  init() {}

  /// Adds one sample of at least 0 nanoseconds, whose ACK covered so many segments.
  mutating func add(_ value: Int64, covering segments: Int, delayedAckSuspect: Bool) {
    if count > 0 { variationSum.addClamped(abs(value &- previous)) }
    previous = value
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    if count < .max { count += 1 }
    if delayedAckSuspect { suspects &+= 1 }
    if segments > 1 { prompt &+= 1 }
  }

  var statistics: PureAckRoundTrips {
    var result = PureAckRoundTrips()
    guard count > 0 else { return result }
    result.count = UInt64(count)
    result.minimum = minimum
    result.maximum = maximum
    result.meanVariation = count < 2 ? 0 : variationSum / Int64(count - 1)
    result.delayedAckSuspects = UInt64(suspects)
    result.prompt = UInt64(prompt)
    return result
  }
}
