/// Decompresses DEFLATE (RFC 1951) without zlib, to check what zlib wrote.
struct Inflate {
  struct Failure: Error {}

  private let input: [UInt8]
  private var position = 0
  private var bits: UInt32 = 0
  private var bitCount: UInt32 = 0
  private var output: [UInt8] = []

  static func bytes(of input: [UInt8]) throws(Failure) -> [UInt8] {
    var inflate = Inflate(input: input)
    while try !inflate.readBlock() {}
    guard inflate.position == input.count else { throw Failure() }
    return inflate.output
  }

  private init(input: [UInt8]) { self.input = input }

  private mutating func take(_ count: UInt32) throws(Failure) -> Int {
    while bitCount < count {
      guard position < input.count else { throw Failure() }
      bits |= UInt32(input[position]) << bitCount
      position += 1
      bitCount += 8
    }
    let value = bits & (UInt32(1) << count - 1)
    bits >>= count
    bitCount -= count
    return Int(value)
  }

  /// Reads a block; whether it was the last.
  private mutating func readBlock() throws(Failure) -> Bool {
    let isLast = try take(1) == 1
    switch try take(2) {
    case 0: try readStored()
    case 1: try readCodes(Self.fixedLiterals, Self.fixedDistances)
    case 2:
      let (literals, distances) = try readTables()
      try readCodes(literals, distances)
    default: throw Failure()
    }
    return isLast
  }

  private mutating func readStored() throws(Failure) {
    (bits, bitCount) = (0, 0)
    guard position + 4 <= input.count else { throw Failure() }
    let count = Int(input[position]) | Int(input[position + 1]) << 8
    position += 4
    guard position + count <= input.count else { throw Failure() }
    output += input[position..<position + count]
    position += count
  }

  /// How many codes have each length, and the symbols in the order of their codes.
  private struct Table {
    var counts = [Int](repeating: 0, count: 16)
    var symbols: [Int] = []

    init(_ lengths: [Int]) {
      for length in lengths where length > 0 { counts[length] += 1 }
      for length in 1...15 {
        symbols += lengths.indices.filter { lengths[$0] == length }
      }
    }
  }

  private static let fixedLiterals = Table(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
  )
  private static let fixedDistances = Table([Int](repeating: 5, count: 30))

  private mutating func symbol(_ table: Table) throws(Failure) -> Int {
    var (code, first, index) = (0, 0, 0)
    for length in 1...15 {
      code |= try take(1)
      let count = table.counts[length]
      if code - count < first { return table.symbols[index + code - first] }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw Failure()
  }

  private mutating func readTables() throws(Failure) -> (Table, Table) {
    let literals = try take(5) + 257
    let distances = try take(5) + 1
    let number = try take(4) + 4
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for place in order.prefix(number) { lengths[place] = try take(3) }
    let codes = Table(lengths)
    var all: [Int] = []
    while all.count < literals + distances {
      let symbol = try symbol(codes)
      switch symbol {
      case 16:
        guard let last = all.last else { throw Failure() }
        all += [Int](repeating: last, count: try take(2) + 3)
      case 17: all += [Int](repeating: 0, count: try take(3) + 3)
      case 18: all += [Int](repeating: 0, count: try take(7) + 11)
      default: all.append(symbol)
      }
    }
    return (Table(Array(all[..<literals])), Table(Array(all[literals...])))
  }

  private mutating func readCodes(_ literals: Table, _ distances: Table) throws(Failure) {
    while true {
      let code = try symbol(literals)
      if code == 256 { return }
      if code < 256 {
        output.append(UInt8(code))
        continue
      }
      guard code <= 285 else { throw Failure() }
      let length = try Self.lengths[code - 257] + take(Self.lengthBits[code - 257])
      let place = try symbol(distances)
      guard place < 30 else { throw Failure() }
      let distance = try Self.distances[place] + take(Self.distanceBits[place])
      guard distance <= output.count else { throw Failure() }
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }

  private static let lengths = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131,
    163, 195, 227, 258,
  ]
  private static let lengthBits: [UInt32] = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let distances = [
    1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049,
    3073, 4097, 6145, 8193, 12289, 16385, 24577,
  ]
  private static let distanceBits: [UInt32] = [
    0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13,
    13,
  ]
}
