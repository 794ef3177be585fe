/// What has a list of extensions at its end (RFC 8446 §4.2).
protocol HelloExtensions {
  /// Types of the extensions, in their order.
  var extensions: [UInt16] { get set }
  var isMalformed: Bool { get set }

  /// Reads an extension that is of interest.
  mutating func readExtension(_ type: UInt16, _ content: ByteReader) throws(DissectionError)
}

extension HelloExtensions {
  /// Reads the list, if there is one: before TLS 1.2, hellos without it were the rule.
  mutating func readExtensions(_ reader: inout ByteReader) throws(DissectionError) {
    guard !reader.isAtEnd else { return }
    let length = Int(try reader.readUInt16())
    isMalformed = length > reader.remaining
    // Of a message that was cut, the first extensions are there.
    var list = try reader.readPart(min(length, reader.remaining))
    // As many as hardly any hello has more than.
    extensions.reserveCapacity(min(20, list.remaining / 4))
    while !list.isAtEnd {
      let type = try list.readUInt16()
      let content = try list.readPart(Int(try list.readUInt16()))
      extensions.append(type)
      do throws(DissectionError) { try readExtension(type, content) } catch { isMalformed = true }
    }
  }
}
