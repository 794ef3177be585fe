/// The Huffman code of HPACK's strings (RFC 7541 §5.2, appendix B).
enum HPACKHuffman {
  private static let endOfString: UInt16 = 256
  private static let longest = 30
  private static let canonical = Canonical()

  /// For each length of codes: the first code, how many there are, and where their symbols begin.
  private struct Canonical {
    var firstCodes = [UInt32](repeating: 0, count: longest + 2)
    var counts = [UInt32](repeating: 0, count: longest + 2)
    var starts = [Int](repeating: 0, count: longest + 2)
    var symbols: [UInt16] = []

    init() {
      for length in lengths { counts[Int(length)] += 1 }
      for length in 1...longest {
        firstCodes[length + 1] = (firstCodes[length] + counts[length]) << 1
        starts[length] = symbols.count
        for (symbol, bits) in lengths.enumerated() where Int(bits) == length {
          symbols.append(UInt16(symbol))
        }
      }
    }

    func symbol(_ code: UInt32, length: Int) -> UInt16? {
      guard code >= firstCodes[length], code - firstCodes[length] < counts[length] else {
        return nil
      }
      return symbols[starts[length] + Int(code - firstCodes[length])]
    }
  }

  /// The bytes of an encoded string: at most 8/5 of its length.
  static func decode(_ bytes: RawSpan) throws(DissectionError) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.byteCount * 8 / 5)
    var code: UInt32 = 0
    var length = 0
    for offset in 0..<bytes.byteCount {
      let byte = bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
      for bit in (0..<8).reversed() {
        code = code << 1 | UInt32(byte >> bit & 1)
        length += 1
        guard length <= longest else { throw .malformed("Huffman code") }
        guard let symbol = canonical.symbol(code, length: length) else { continue }
        guard symbol != endOfString else { throw .malformed("end of string inside a string") }
        text.append(UInt8(truncatingIfNeeded: symbol))
        code = 0
        length = 0
      }
    }
    // What is left over is padding: fewer than eight ones.
    guard length < 8, code == (1 << length) - 1 else { throw .malformed("Huffman padding") }
    return text
  }
}
