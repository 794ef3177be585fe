extension ByteReader {
  /// The longest name with its length bytes, on the wire (RFC 1035 §2.3.4).
  package static var maximumDNSNameLength: Int { 255 }
  /// A name has at most 127 labels, so no honest one needs more compression pointers than that.
  package static var maximumDNSPointers: Int { 127 }

  /// Reads a domain name with compression pointers (RFC 1035 §4.1.4), which count from the start
  /// of the bytes of this reader: the whole message.
  ///
  /// Labels are joined by dots as they are, the root is the empty text. Pointers are followed
  /// forwards too; their number is bounded, so that loops end.
  package mutating func readDNSName() throws(DissectionError) -> String {
    var text = InlineArray<256, UInt8>(repeating: 0)
    var count = 0
    var wireLength = 1
    var pointers = 0
    var end: Int?
    while true {
      let length = try readUInt8()
      switch length & 0xc0 {
      case 0 where length == 0:
        if let end { try seek(to: end) }
        return String(decoding: text.span.bytes.extracting(..<count))
      case 0:
        wireLength += Int(length) + 1
        guard wireLength <= Self.maximumDNSNameLength else {
          throw .malformed("name of more than 255 bytes")
        }
        // Dots take the places of lengths, so that the text is shorter than the name.
        if count > 0 {
          text[count] = UInt8(ascii: ".")
          count += 1
        }
        let label = try readBytes(Int(length))
        var place = text.mutableSpan
        label.withUnsafeBytes { label in
          place.withUnsafeMutableBytes { $0[count...].copyBytes(from: label) }
        }
        count += label.byteCount
      case 0xc0:
        let target = Int(length & 0x3f) << 8 | Int(try readUInt8())
        if end == nil { end = offset }
        pointers += 1
        guard pointers <= Self.maximumDNSPointers else { throw .malformed("compression loop") }
        try seek(to: target)
      default:
        throw .malformed("label of a reserved type")
      }
    }
  }

  /// Reads a domain name that mostly is the one behind the header, `question`: most records are
  /// what was asked for.
  mutating func readDNSName(question: String?) throws(DissectionError) -> String {
    let pointer = UInt16(0xc000) | UInt16(DNSMessage.headerLength)
    guard let question, remaining >= 2, bytes.byte(at: offset) == UInt8(pointer >> 8),
      bytes.byte(at: offset + 1) == UInt8(pointer & 0xff)
    else { return try readDNSName() }
    try skip(2)
    return question
  }

  /// Steps over a name without following its pointers.
  mutating func skipDNSName() throws(DissectionError) {
    while true {
      let length = try readUInt8()
      switch length & 0xc0 {
      case 0 where length == 0: return
      case 0: try skip(Int(length))
      case 0xc0: return try skip(1)
      default: throw .malformed("label of a reserved type")
      }
    }
  }
}
