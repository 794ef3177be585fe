/// The one's-complement sum of RFC 1071, kept in a wide accumulator until it is folded.
struct InternetChecksum {
  /// Sum of 16-bit words in network order, with carries still above bit 15.
  private var sum: UInt64 = 0

  init() {}

  /// Adds one 16-bit word.
  @inline(__always) mutating func add(_ word: UInt16) { sum &+= UInt64(word) }

  /// Adds the two words of a 32-bit value.
  @inline(__always) mutating func add(_ word: UInt32) {
    sum &+= UInt64(word >> 16) &+ UInt64(word & 0xffff)
  }

  /// Adds the four words of a 64-bit value.
  @inline(__always) mutating func add(_ word: UInt64) {
    add(UInt32(truncatingIfNeeded: word >> 32))
    add(UInt32(truncatingIfNeeded: word))
  }

  /// Adds an address as a pseudo-header holds it.
  @inline(__always) mutating func add(_ address: IPAddress, isIPv4: Bool) {
    if isIPv4 {
      add(address.v4)
    } else {
      add(address.high)
      add(address.low)
    }
  }

  /// The sum as 16 bits; 0xffff where a header with a correct checksum was summed.
  @inline(__always) var folded: UInt16 {
    var value = (sum >> 32) &+ (sum & 0xffff_ffff)
    value = (value >> 16) &+ (value & 0xffff)
    value = (value >> 16) &+ (value & 0xffff)
    value = (value >> 16) &+ (value & 0xffff)
    return UInt16(truncatingIfNeeded: value)
  }

  /// The one's-complement sum of `count` bytes from `start`, an odd last byte padded with zero.
  ///
  /// Sums native-order 64-bit words with end-around carry (RFC 1071 §2(B): byte order does not
  /// matter until the end) and swaps once.
  @inline(__always) static func sum(of bytes: RawSpan, from start: Int, count: Int) -> UInt16 {
    guard count > 0, start >= 0, start <= bytes.byteCount, count <= bytes.byteCount - start else {
      return 0
    }
    return sumUnchecked(of: bytes, from: start, count: count)
  }

  private static func sumUnchecked(of bytes: RawSpan, from start: Int, count: Int) -> UInt16 {
    // Two accumulators of 32-bit halves cannot overflow below 32 GiB and need no carry handling.
    var even: UInt64 = 0
    var odd: UInt64 = 0
    var offset = start
    let end = start &+ count
    while end &- offset >= 32 {
      let a = bytes.uncheckedWord(at: offset)
      let b = bytes.uncheckedWord(at: offset &+ 8)
      let c = bytes.uncheckedWord(at: offset &+ 16)
      let d = bytes.uncheckedWord(at: offset &+ 24)
      even &+= (a & 0xffff_ffff) &+ (b & 0xffff_ffff) &+ (c & 0xffff_ffff) &+ (d & 0xffff_ffff)
      odd &+= (a >> 32) &+ (b >> 32) &+ (c >> 32) &+ (d >> 32)
      offset &+= 32
    }
    while end &- offset >= 8 {
      let word = bytes.uncheckedWord(at: offset)
      even &+= word & 0xffff_ffff
      odd &+= word >> 32
      offset &+= 8
    }
    var tail: UInt64 = 0
    var shift: UInt64 = 0
    while offset < end {
      tail |= UInt64(bytes.byte(at: offset)) << shift
      shift &+= 8
      offset &+= 1
    }
    #if _endian(big)
    tail = tail.byteSwapped
    #endif
    even &+= tail & 0xffff_ffff
    odd &+= tail >> 32
    var sum = InternetChecksum()
    sum.sum = (even >> 32) &+ (even & 0xffff_ffff) &+ (odd >> 32) &+ (odd & 0xffff_ffff)
    return UInt16(bigEndian: sum.folded)
  }
}
