extension ByteReader {
  /// All that is left as numbers of two bytes.
  mutating func readNumbers() throws(DissectionError) -> [UInt16] {
    var numbers: [UInt16] = []
    numbers.reserveCapacity(remaining / 2)
    while !isAtEnd { numbers.append(try readUInt16()) }
    return numbers
  }
}
