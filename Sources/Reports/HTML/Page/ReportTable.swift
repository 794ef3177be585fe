/// A table of an HTML report in its binary form: a header in JSON, then the columns one after the
/// other; `docs/report-format.md`.
struct ReportTable: Sendable {
  /// A member of `constants` in the header.
  enum Constant: Sendable {
    case number(StaticString, UInt64)
    /// A number that is too long for many readers of JSON, in decimal.
    case digits(StaticString, Int64)
  }

  /// Name of the section: `flows`.
  var name: String
  var rows: Int
  var constants: [Constant]
  var columns: [any ReportColumn]

  var bytes: [UInt8] {
    let header = self.header
    let size = columns.reduce(4 + header.count) { $0 + $1.byteCount }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    for shift in stride(from: 0, to: 32, by: 8) {
      bytes.append(UInt8(truncatingIfNeeded: header.count >> shift))
    }
    bytes += header
    for column in columns { column.write(to: &bytes) }
    return bytes
  }

  private var header: [UInt8] {
    var writer = JSONWriter(ByteWriter())
    writer.beginObject()
    writer.field("rows", rows)
    writer.beginObject("constants")
    for constant in constants {
      switch constant {
      case .number(let name, let value): writer.field(name, value)
      case .digits(let name, let value):
        writer.quoted(name) { $0.put(value) }
      }
    }
    writer.endObject()
    writer.beginArray("columns")
    for column in columns { writer.write(column) }
    writer.endArray()
    writer.endObject()
    return writer.output.takeBytes()
  }
}
