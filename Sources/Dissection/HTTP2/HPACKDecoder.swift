/// Decodes the field blocks that one side sends (RFC 7541).
///
/// When blocks were missed, the dynamic table is not what the encoder thinks: fields that refer to
/// it are left out then, and everything else is still read.
package struct HPACKDecoder: Sendable {
  private var table = HPACKTable()
  /// What this side's peer lets the table grow to (SETTINGS_HEADER_TABLE_SIZE).
  private var allowed = 4_096
  private var isIncomplete = false

  package init() {}

  /// Fields that the dynamic table holds.
  package var tableCount: Int { table.count }
  /// Bytes that they count for.
  package var tableSize: Int { table.size }

  /// The peer's setting; more than ``HTTP2Limits/table`` is not followed.
  package mutating func allow(_ size: Int) { allowed = min(max(0, size), HTTP2Limits.table) }

  /// Blocks were missed.
  package mutating func lose() {
    table.removeAll()
    isIncomplete = true
  }

  /// The fields of a whole block, at most ``HTTP2Limits/fields`` and ``HTTP2Limits/fieldBytes``.
  package mutating func decode(_ block: RawSpan) throws(DissectionError) -> [HPACKField] {
    var reader = ByteReader(block)
    var fields: [HPACKField] = []
    var bytes = 0
    while !reader.isAtEnd {
      guard let field = try decodeField(&reader) else { continue }
      bytes += field.size
      // The table has to follow all the same.
      guard fields.count < HTTP2Limits.fields, bytes <= HTTP2Limits.fieldBytes else { continue }
      fields.append(field)
    }
    return fields
  }

  private mutating func decodeField(
    _ reader: inout ByteReader
  ) throws(DissectionError) -> HPACKField? {
    let first = try reader.readUInt8()
    if first & 0x80 != 0 { return try field(at: Self.readInteger(&reader, first, bits: 7)) }
    if first & 0xe0 == 0x20 {
      let size = try Self.readInteger(&reader, first, bits: 5)
      guard size <= max(allowed, isIncomplete ? HTTP2Limits.table : 0) else {
        throw .malformed("HPACK table size")
      }
      table.resize(to: size)
      return nil
    }
    let isIndexed = first & 0x40 != 0
    let index = try Self.readInteger(&reader, first, bits: isIndexed ? 6 : 4)
    let name = index == 0 ? try Self.readString(&reader) : try field(at: index)?.name
    let value = try Self.readString(&reader)
    let field = HPACKField(name: name ?? [], value: value)
    if isIndexed { table.insert(field) }
    return name == nil ? nil : field
  }

  /// The field with an index, the static table first (RFC 7541 §2.3.3).
  private func field(at index: Int) throws(DissectionError) -> HPACKField? {
    let fixed = HPACKStaticTable.fields
    guard index > 0 else { throw .malformed("HPACK index 0") }
    if index <= fixed.count { return fixed[index - 1] }
    let field = table.field(at: index - fixed.count - 1)
    guard field != nil || isIncomplete else { throw .malformed("HPACK index") }
    return field
  }

  /// An integer whose beginning is in the low bits of `first` (RFC 7541 §5.1).
  private static func readInteger(
    _ reader: inout ByteReader,
    _ first: UInt8,
    bits: Int
  ) throws(DissectionError) -> Int {
    let mask = 1 << bits - 1
    var value = Int(first) & mask
    guard value == mask else { return value }
    var shift = 0
    while true {
      let byte = try reader.readUInt8()
      // Nothing that can be meant needs more than 28 bits.
      guard shift <= 21 else { throw .malformed("HPACK integer") }
      value += Int(byte & 0x7f) << shift
      guard byte & 0x80 != 0 else { return value }
      shift += 7
    }
  }

  private static func readString(_ reader: inout ByteReader) throws(DissectionError) -> [UInt8] {
    let first = try reader.readUInt8()
    let length = try readInteger(&reader, first, bits: 7)
    let bytes = try reader.readBytes(length)
    return first & 0x80 == 0
      ? bytes.withUnsafeBytes { Array($0) } : try HPACKHuffman.decode(bytes)
  }
}
