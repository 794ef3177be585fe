/// The Basic Encoding Rules as far as SNMP uses them (X.690 §8, RFC 3417 §8: definite lengths).
extension ByteReader {
  /// Arcs kept of an object identifier (RFC 2578 §7.1.3).
  static var maximumArcs: Int { 128 }

  /// Reads a tag of one byte and a length, which is no more than what is left.
  mutating func readBERHeader() throws(DissectionError) -> (tag: UInt8, length: Int) {
    let tag = try readUInt8()
    let first = try readUInt8()
    guard first & 0x80 != 0 else { return (tag, Int(first)) }
    guard (1...4).contains(first & 0x7f) else { throw .malformed("length without a number") }
    var length = 0
    for _ in 0..<Int(first & 0x7f) { length = length << 8 | Int(try readUInt8()) }
    return (tag, length)
  }

  /// Reads a value of a tag that has to be there.
  @_lifetime(copy self)
  mutating func readBER(_ tag: UInt8) throws(DissectionError) -> ByteReader {
    let header = try readBERHeader()
    guard header.tag == tag else { throw .malformed("value of another type") }
    return try readPart(header.length)
  }

  /// Reads a number of at most eight bytes.
  mutating func readBERInteger() throws(DissectionError) -> Int64 {
    var value = try readBER(0x02)
    guard (1...8).contains(value.remaining) else { throw .malformed("number of no length") }
    var number = Int64(Int8(bitPattern: try value.readUInt8()))
    while !value.isAtEnd { number = number << 8 | Int64(try value.readUInt8()) }
    return number
  }

  /// Reads a text, of which at most `limit` bytes are kept.
  mutating func readBERBytes(limit: Int) throws(DissectionError) -> [UInt8] {
    var value = try readBER(0x04)
    return try value.readBytes(min(limit, value.remaining)).withUnsafeBytes { Array($0) }
  }

  /// Reads an object identifier as numbers between dots.
  mutating func readBERObject() throws(DissectionError) -> String {
    var value = try readBER(0x06)
    var arcs: [UInt64] = []
    while !value.isAtEnd {
      guard arcs.count < Self.maximumArcs else { throw .tooLarge }
      var arc: UInt64 = 0
      var byte: UInt8 = 0x80
      while byte & 0x80 != 0 {
        byte = try value.readUInt8()
        guard arc >> 57 == 0 else { throw .malformed("arc of over 64 bits") }
        arc = arc << 7 | UInt64(byte & 0x7f)
      }
      // The first two arcs share a number (X.690 §8.19.4).
      if arcs.isEmpty {
        let root = min(arc / 40, 2)
        arcs = [root, arc - root * 40]
      } else {
        arcs.append(arc)
      }
    }
    return arcs.map { "\($0)" }.joined(separator: ".")
  }
}
