/// A connection's `uid` as Zeek forms it: `C` and base-62 digits of 96 bits.
///
/// Zeek's are random; these follow from the flow's number and a seed that stands for the capture, so
/// that two runs over the same capture give the same log and two captures different ones.
package struct ZeekUID: Sendable {
  private let high: UInt64
  private let low: UInt64

  package init(flow: UInt64, seed: UInt64 = 0) {
    high = (flow &+ seed.mixed).mixed
    low = (high ^ 0x9e37_79b9_7f4a_7c15).mixed >> 32
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
}
