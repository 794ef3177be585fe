package import Packets

extension ByteWriter {
  /// Puts an address as text: dotted decimal, or the canonical form of RFC 5952 §4.
  package mutating func put(_ address: IPAddress) {
    if address.isIPv4 {
      putIPv4(address.v4)
    } else {
      putIPv6(address)
    }
  }

  private mutating func putIPv4(_ address: UInt32) {
    put(UInt64(address >> 24))
    for shift in stride(from: 16, through: 0, by: -8) {
      put(UInt8(ascii: "."))
      put(UInt64((address >> UInt32(shift)) & 0xff))
    }
  }

  private mutating func putIPv6(_ address: IPAddress) {
    let zeros = Self.longestZeroRun(address)
    var index = 0
    while index < 8 {
      if index == zeros.start {
        put("::")
        index = zeros.end
        continue
      }
      if index > 0, index != zeros.end { put(UInt8(ascii: ":")) }
      putHex(Self.group(index, of: address))
      index &+= 1
    }
  }

  /// The first longest run of two or more zero groups (RFC 5952 §4.2); `start` is -1 without one.
  private static func longestZeroRun(_ address: IPAddress) -> (start: Int, end: Int) {
    var best = (start: -1, end: -1)
    var start = 0
    for index in 0...8 where index == 8 || group(index, of: address) != 0 {
      if index - start > max(1, best.end - best.start) { best = (start, index) }
      start = index + 1
    }
    return best
  }

  private static func group(_ index: Int, of address: IPAddress) -> UInt16 {
    let half = index < 4 ? address.high : address.low
    return UInt16(truncatingIfNeeded: half >> UInt64(48 - (index & 3) * 16))
  }

  private mutating func putHex(_ group: UInt16) {
    var isLeading = true
    for shift in stride(from: 12, through: 0, by: -4) {
      let digit = UInt8(truncatingIfNeeded: group >> UInt16(shift)) & 0xf
      if isLeading, digit == 0, shift != 0 { continue }
      isLeading = false
      put(hexDigit: digit)
    }
  }

  /// Puts the lower four bits as one hexadecimal digit.
  mutating func put(hexDigit value: UInt8) {
    let digit = value & 0xf
    put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
  }
}
