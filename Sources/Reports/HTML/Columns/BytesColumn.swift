/// A column of as many bytes in each row.
struct BytesColumn: ReportColumn {
  let heading: ColumnHeading
  private var bytes: [UInt8] = []

  init(_ name: StaticString, width: Int) {
    heading = ColumnHeading(name: name, kind: .bytes, width: width)
  }

  var byteCount: Int { bytes.count }

  /// Appends a row; there are as many bytes as the column is wide.
  mutating func append(_ row: some Sequence<UInt8>) { bytes.append(contentsOf: row) }

  func write(to bytes: inout [UInt8]) { bytes += self.bytes }
}
