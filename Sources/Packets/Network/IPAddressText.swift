/// The characters of an address: dotted decimal for IPv4, the canonical form of RFC 5952 for IPv6.
///
/// There are 39 at most, which are held in place: strings put together from pieces cost ten times as
/// much, and writers of many records need no string.
package struct IPAddressText: Sendable {
  private var characters = InlineArray<40, UInt8>(repeating: 0)
  private var count = 0

  package init(_ address: IPAddress) {
    if address.isIPv4 {
      appendDottedDecimal(address.v4)
    } else {
      appendGroups(of: address)
    }
  }

  /// Lends the characters, which are ASCII.
  package func withCharacters<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    characters.span.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  private mutating func appendDottedDecimal(_ address: UInt32) {
    for shift in stride(from: UInt32(24), through: 0, by: -8) {
      if shift < 24 { append(UInt8(ascii: ".")) }
      let number = UInt8(truncatingIfNeeded: address >> shift)
      if number >= 100 { append(digit: number / 100) }
      if number >= 10 { append(digit: number / 10 % 10) }
      append(digit: number % 10)
    }
  }

  private mutating func appendGroups(of address: IPAddress) {
    let zeros = Self.longestZeroRun(of: address)
    var index = 0
    while index < 8 {
      if index == zeros.start {
        append(UInt8(ascii: ":"))
        append(UInt8(ascii: ":"))
        index = zeros.end
        continue
      }
      if index > 0, index != zeros.end { append(UInt8(ascii: ":")) }
      append(group: Self.group(index, of: address))
      index &+= 1
    }
  }

  /// Appends a group without leading zeros (RFC 5952 §4.1).
  private mutating func append(group: UInt16) {
    var shift = max(0, 12 - group.leadingZeroBitCount & ~3)
    while shift >= 0 {
      append(digit: UInt8(truncatingIfNeeded: group >> UInt16(shift)) & 0xf)
      shift -= 4
    }
  }

  private mutating func append(digit: UInt8) {
    append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
  }

  private mutating func append(_ character: UInt8) {
    characters[count] = character
    count &+= 1
  }

  /// The first longest run of two or more zero groups (RFC 5952 §4.2); `start` is -1 without one.
  private static func longestZeroRun(of address: IPAddress) -> (start: Int, end: Int) {
    var best = (start: -1, end: -1)
    var start = 0
    for index in 0...8 where index == 8 || group(index, of: address) != 0 {
      if index - start > max(1, best.end - best.start) { best = (start, index) }
      start = index + 1
    }
    return best
  }

  /// One of the eight 16-bit groups, the first being the most significant.
  private static func group(_ index: Int, of address: IPAddress) -> UInt16 {
    let half = index < 4 ? address.high : address.low
    return UInt16(truncatingIfNeeded: half >> UInt64(48 - 16 * (index & 3)))
  }
}
