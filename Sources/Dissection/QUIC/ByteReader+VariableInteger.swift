extension ByteReader {
  /// An integer whose first two bits say how long it is (RFC 9000 §16).
  mutating func readVariableInteger() throws(DissectionError) -> Int {
    let first = try readUInt8()
    var value = Int(first & 0x3f)
    let more = 1 << Int(first >> 6) - 1
    for _ in 0..<more { value = value << 8 | Int(try readUInt8()) }
    return value
  }
}
