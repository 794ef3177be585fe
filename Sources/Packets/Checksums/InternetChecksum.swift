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
    var sum: UInt64 = 0
    var carries: UInt64 = 0
    var offset = start
    let end = start &+ count
    while end &- offset >= 64 {
      add(bytes.uncheckedWord(at: offset), to: &sum, &carries)
      add(bytes.uncheckedWord(at: offset &+ 8), to: &sum, &carries)
      add(bytes.uncheckedWord(at: offset &+ 16), to: &sum, &carries)
      add(bytes.uncheckedWord(at: offset &+ 24), to: &sum, &carries)
      add(bytes.uncheckedWord(at: offset &+ 32), to: &sum, &carries)
      add(bytes.uncheckedWord(at: offset &+ 40), to: &sum, &carries)
      add(bytes.uncheckedWord(at: offset &+ 48), to: &sum, &carries)
      add(bytes.uncheckedWord(at: offset &+ 56), to: &sum, &carries)
      offset &+= 64
    }
    while end &- offset >= 8 {
      add(bytes.uncheckedWord(at: offset), to: &sum, &carries)
      offset &+= 8
    }
    if offset < end { add(tail(of: bytes, from: offset, to: end), to: &sum, &carries) }
    var folded = InternetChecksum()
    // Each carry out of bit 63 counts as one (end-around carry).
    folded.sum = (sum >> 32) &+ (sum & 0xffff_ffff) &+ carries
    return UInt16(bigEndian: folded.folded)
  }

  @inline(__always)
  private static func add(_ word: UInt64, to sum: inout UInt64, _ carries: inout UInt64) {
    let (partial, overflow) = sum.addingReportingOverflow(word)
    sum = partial
    carries &+= overflow ? 1 : 0
  }

  /// The last bytes, fewer than eight, as a word in memory order padded with zeros.
  @inline(__always)
  private static func tail(of bytes: RawSpan, from start: Int, to end: Int) -> UInt64 {
    var offset = start
    var tail: UInt64 = 0
    // Whole 16-bit words may be added in any place; only the odd byte must be the upper half.
    if end &- offset >= 4 {
      tail = UInt64(bytes.uncheckedHalfWord(at: offset))
      offset &+= 4
    }
    if end &- offset >= 2 {
      tail &+= UInt64(bytes.bigEndian16(at: offset).bigEndian)
      offset &+= 2
    }
    if offset < end { tail &+= UInt64((UInt16(bytes.byte(at: offset)) << 8).bigEndian) }
    return tail
  }

  /// The sum of a header, whose length is a multiple of four.
  @inline(__always) static func sum(ofHeader header: RawSpan) -> UInt16 {
    var sum = InternetChecksum()
    var offset = 0
    let count = header.byteCount
    while count &- offset >= 8 {
      let word = header.uncheckedWord(at: offset)
      sum.sum &+= (word & 0xffff_ffff) &+ (word >> 32)
      offset &+= 8
    }
    if offset < count { sum.sum &+= UInt64(header.uncheckedHalfWord(at: offset)) }
    return UInt16(bigEndian: sum.folded)
  }
}
