/// A column of a table in an HTML report; `docs/report-format.md` describes the bytes.
protocol ReportColumn: Sendable {
  /// What the table's header says of it.
  var heading: ColumnHeading { get }
  /// Bytes of its encoded values.
  var byteCount: Int { get }

  func write(to bytes: inout [UInt8])
}

/// What a table's header says of a column.
struct ColumnHeading: Sendable {
  /// How values are encoded; raw values are the names in the format.
  enum Kind: String, Sendable {
    case integer
    case text
    case bytes
  }

  var name: StaticString
  var kind: Kind
  /// Each value is the difference to the one before.
  var isDelta = false
  /// 0 stands for no value.
  var isNullable = false
  var unit: StaticString?
  /// Bytes of each row, of a column of bytes.
  var width: Int?
}

extension JSONWriter {
  /// Writes what the header of a table says of a column.
  mutating func write(_ column: some ReportColumn) {
    let heading = column.heading
    beginObject()
    field("name", heading.name)
    field("type", heading.kind.rawValue)
    if heading.isDelta { field("delta", true) }
    if heading.isNullable { field("nullable", true) }
    if let unit = heading.unit { field("unit", unit) }
    if let width = heading.width { field("width", width) }
    field("bytes", column.byteCount)
    endObject()
  }
}
