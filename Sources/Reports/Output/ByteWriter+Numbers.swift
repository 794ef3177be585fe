extension ByteWriter {
  /// Puts a number in decimal.
  package mutating func put(_ value: UInt64) {
    guard value > 9 else { return put(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: value)) }
    let digits = Self.digitCount(value)
    put(size: digits) { Self.write(value, digits: digits, to: $0) }
  }

  /// Puts a number in decimal.
  package mutating func put(_ value: Int64) {
    if value < 0 { put(UInt8(ascii: "-")) }
    put(value.magnitude)
  }

  /// Puts a time in nanoseconds as seconds with a fixed number of decimals (0 to 9), rounded to
  /// nearest, halves away from zero.
  package mutating func put(seconds nanoseconds: Int64, decimals: Int) {
    let decimals = min(max(decimals, 0), 9)
    var unit: UInt64 = 1
    for _ in decimals..<9 { unit *= 10 }
    let scaled = (nanoseconds.magnitude &+ unit / 2) / unit
    let second = 1_000_000_000 / unit
    if nanoseconds < 0, scaled > 0 { put(UInt8(ascii: "-")) }
    put(scaled / second)
    guard decimals > 0 else { return }
    put(UInt8(ascii: "."))
    put(size: decimals) { Self.write(scaled % second, digits: decimals, to: $0) }
  }

  /// Puts a number in decimal with at least `digits` digits, zeros in front.
  package mutating func put(_ value: UInt64, digits: Int) {
    let digits = min(max(digits, Self.digitCount(value)), 20)
    put(size: digits) { Self.write(value, digits: digits, to: $0) }
  }

  private static func digitCount(_ value: UInt64) -> Int {
    var digits = 1
    var bound: UInt64 = 10
    while digits < 20, value >= bound {
      digits &+= 1
      bound = bound &* 10
    }
    return digits
  }

  private static func write(_ value: UInt64, digits: Int, to place: UnsafeMutablePointer<UInt8>) {
    var rest = value
    var index = digits
    while index > 0 {
      index &-= 1
      let quotient = rest / 10
      place[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest &- quotient &* 10)
      rest = quotient
    }
  }
}
