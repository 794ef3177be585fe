/// How fine the times of an interface are.
package struct TimePrecision: Hashable, Sendable {
  /// Units of the clock in one second; never 0.
  package var unitsPerSecond: UInt64
  /// Decimal digits after the second that the units can express, at most 9.
  package var digits: Int

  /// A clock that ticks 10^digits times a second.
  package init(digits: Int) {
    self.digits = min(digits, 9)
    var units: UInt64 = 1
    for _ in 0..<min(digits, 19) { units &*= 10 }
    unitsPerSecond = units
  }

  /// A clock that ticks 2^exponent times a second.
  private init(binaryExponent exponent: Int) {
    unitsPerSecond = 1 << UInt64(exponent)
    // log10(2) as a fraction; a clock of 2^10 ticks needs three digits, as one of 10^3 does.
    digits = min(exponent * 30_103 / 100_000, 9)
  }

  /// The `if_tsresol` option of pcapng: a power of ten, or of two where the top bit is set.
  ///
  /// Exponents that 64 bits cannot hold are taken as the largest that they can.
  package init(option: UInt8) {
    if option & 0x80 == 0 {
      self.init(digits: Int(option))
    } else {
      self.init(binaryExponent: min(Int(option & 0x7F), 63))
    }
  }

  package static let microseconds = TimePrecision(digits: 6)
  package static let nanoseconds = TimePrecision(digits: 9)

  /// Nanoseconds since the epoch of a count of units and an offset in seconds.
  ///
  /// Absurd times become the earliest or latest that 64 bits of nanoseconds hold.
  func nanoseconds(units: UInt64, offsetSeconds: Int64) -> Int64 {
    let (seconds, rest) = units.quotientAndRemainder(dividingBy: unitsPerSecond)
    let product = rest.multipliedFullWidth(by: 1_000_000_000)
    let fraction = Int64(unitsPerSecond.dividingFullWidth(product).quotient)
    guard let whole = Int64(exactly: seconds) else { return .max }
    let (shifted, overflow) = whole.addingReportingOverflow(offsetSeconds)
    guard !overflow else { return offsetSeconds < 0 ? .min : .max }
    let (scaled, tooLarge) = shifted.multipliedReportingOverflow(by: 1_000_000_000)
    guard !tooLarge else { return shifted < 0 ? .min : .max }
    let (sum, carry) = scaled.addingReportingOverflow(fraction)
    return carry ? .max : sum
  }
}
