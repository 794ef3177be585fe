extension ByteReader {
  mutating func readLittleEndianUInt64() throws(DissectionError) -> UInt64 {
    try readUInt64().byteSwapped
  }

  /// A text of so many bytes: UTF-16, little endian, or one byte for each character.
  mutating func readSMBText(_ count: Int, isUnicode: Bool) throws(DissectionError) -> String {
    let bytes = try readBytes(count)
    let kept = bytes.extracting(..<min(count, SMBLimits.text))
    guard isUnicode else { return String(decoding: kept) }
    var reader = ByteReader(kept)
    var units: [UInt16] = []
    while reader.remaining >= 2 { units.append(try reader.readLittleEndianUInt16()) }
    return String(decoding: units, as: UTF16.self)
  }

  /// A text up to its zero, which is stepped over; in UTF-16 it begins at an even place.
  mutating func readSMBString(isUnicode: Bool) throws(DissectionError) -> String {
    if isUnicode, offset % 2 != 0 { try skip(1) }
    let start = offset
    var length = 0
    while true {
      let isEnd = isUnicode ? try readLittleEndianUInt16() == 0 : try readUInt8() == 0
      if isEnd { break }
      length += isUnicode ? 2 : 1
    }
    let end = offset
    try seek(to: start)
    let text = try readSMBText(length, isUnicode: isUnicode)
    try seek(to: end)
    return text
  }
}
