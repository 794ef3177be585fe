/// A connection's `uid` as Zeek forms it: `C` and base-62 digits of 96 bits.
///
/// Zeek's are random; these follow from the flow's number and a seed, so that two runs over the
/// same capture give the same log.
package struct ZeekUID: Sendable {
  private let high: UInt64
  private let low: UInt64

  package init(flow: UInt64, seed: UInt64 = 0) {
    high = Self.mix(flow &+ Self.mix(seed))
    low = Self.mix(high ^ 0x9e37_79b9_7f4a_7c15) >> 32
  }

  package var text: String {
    var writer = ByteWriter()
    write(to: &writer)
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }

  func write(to output: inout ByteWriter) {
    output.put(UInt8(ascii: "C"))
    Self.put(high, digits: 11, to: &output)
    Self.put(low, digits: 6, to: &output)
  }

  private static func put(_ value: UInt64, digits: Int, to output: inout ByteWriter) {
    let alphabet: StaticString =
      "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
    output.put(size: digits) { place in
      var rest = value
      for index in 0..<digits {
        place[digits - 1 - index] = alphabet.utf8Start[Int(rest % 62)]
        rest /= 62
      }
    }
  }

  /// The finaliser of SplitMix64: every bit of the input changes half the bits of the output.
  private static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value &+ 0x9e37_79b9_7f4a_7c15
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
