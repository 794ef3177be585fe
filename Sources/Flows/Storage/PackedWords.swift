/// Plain memory in fewer bytes: each word without its leading zero bytes, after half a byte for each
/// that says how many are left.
///
/// Counters, lengths and flags are small, so connections shrink to about a third. Words are written
/// and read whole, without a branch; what a word should not have written the next one writes over.
enum PackedWords {
  /// Room for so many words, and for what is written beyond the last.
  static func bound(_ count: Int) -> Int { (count + 1) / 2 + count * 8 + 8 }

  /// Writes `count` words to `output`, which has room for the bound; returns the bytes that count.
  ///
  /// A copy of them needs 8 more bytes at its end to be read.
  static func pack(
    _ words: UnsafePointer<UInt64>,
    count: Int,
    to output: UnsafeMutableRawPointer
  ) -> Int {
    var data = (count + 1) / 2
    for pair in 0..<count / 2 {
      let low = put(words[2 * pair], at: &data, of: output)
      let high = put(words[2 * pair + 1], at: &data, of: output)
      output.storeBytes(of: low | high << 4, toByteOffset: pair, as: UInt8.self)
    }
    if count & 1 == 1 {
      let last = put(words[count - 1], at: &data, of: output)
      output.storeBytes(of: last, toByteOffset: count / 2, as: UInt8.self)
    }
    return data
  }

  /// Reads `count` words back from `input`; returns the bytes that they took.
  static func unpack(
    _ input: UnsafeRawPointer,
    to words: UnsafeMutablePointer<UInt64>,
    count: Int
  ) -> Int {
    var data = (count + 1) / 2
    for index in 0..<count {
      let sizes = input.load(fromByteOffset: index / 2, as: UInt8.self)
      words[index] = take(index & 1 == 0 ? sizes & 15 : sizes >> 4, at: &data, of: input)
    }
    return data
  }

  @inline(__always)
  private static func put(
    _ word: UInt64,
    at data: inout Int,
    of output: UnsafeMutableRawPointer
  ) -> UInt8 {
    let size = (71 - word.leadingZeroBitCount) >> 3
    output.storeBytes(of: word.littleEndian, toByteOffset: data, as: UInt64.self)
    data += size
    return UInt8(truncatingIfNeeded: size)
  }

  @inline(__always)
  private static func take(_ size: UInt8, at data: inout Int, of input: UnsafeRawPointer) -> UInt64
  {
    let word = UInt64(littleEndian: input.loadUnaligned(fromByteOffset: data, as: UInt64.self))
    data += Int(size)
    // A shift by 64, of a word without any bytes, gives 0.
    return word & ~(UInt64.max << (UInt64(size) * 8))
  }
}
