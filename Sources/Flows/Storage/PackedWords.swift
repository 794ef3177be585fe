/// Plain memory in fewer bytes: each word's difference from a known one without its leading zero
/// bytes, after half a byte for each that says how many are left.
///
/// Counters, lengths and flags are small, and times differ in their lower bytes, so connections
/// shrink to about a quarter. Words are written and read whole, without a branch; what a word should
/// not have written the next one writes over.
enum PackedWords {
  /// Room for so many words, and for what is written beyond the last.
  static func bound(_ count: Int) -> Int { (count + 1) / 2 + count * 8 + 8 }

  /// Writes `count` words, as they differ from `known`, to `output`, which has room for the bound;
  /// returns the bytes that count.
  ///
  /// A copy of them needs 8 more bytes at its end to be read.
  static func pack(
    _ words: UnsafePointer<UInt64>,
    from known: UnsafePointer<UInt64>,
    count: Int,
    to output: UnsafeMutableRawPointer
  ) -> Int {
    var data = (count + 1) / 2
    for pair in 0..<count / 2 {
      let index = 2 * pair
      let low = put(words[index] ^ known[index], at: &data, of: output)
      let high = put(words[index + 1] ^ known[index + 1], at: &data, of: output)
      output.storeBytes(of: low | high << 4, toByteOffset: pair, as: UInt8.self)
    }
    if count & 1 == 1 {
      let last = put(words[count - 1] ^ known[count - 1], at: &data, of: output)
      output.storeBytes(of: last, toByteOffset: count / 2, as: UInt8.self)
    }
    return data
  }

  /// Reads `count` words back from `input`, given what they differ from; returns the bytes read.
  ///
  /// `known` may be words that this call restores, before those that need them.
  static func unpack(
    _ input: UnsafeRawPointer,
    to words: UnsafeMutablePointer<UInt64>,
    from known: UnsafePointer<UInt64>,
    count: Int
  ) -> Int {
    var data = (count + 1) / 2
    for index in 0..<count {
      let sizes = input.load(fromByteOffset: index / 2, as: UInt8.self)
      let difference = take(index & 1 == 0 ? sizes & 15 : sizes >> 4, at: &data, of: input)
      words[index] = known[index] ^ difference
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
