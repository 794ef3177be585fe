/// A column of moments, in nanoseconds since the start of the capture.
///
/// Rows are written while the start may not be known yet (the first flow that ends is seldom the
/// first that began): the first value waits until it is, and the others say how far they are from it.
struct TimeColumn: ReportColumn {
  let heading: ColumnHeading
  private var rest: IntegerColumn
  private var first: Int64?
  private var start: Int64 = 0

  init(_ name: StaticString) {
    heading = ColumnHeading(name: name, kind: .integer, isDelta: true, unit: "ns")
    rest = IntegerColumn(name, unit: "ns", delta: true)
  }

  /// Appends a moment in nanoseconds since 1970.
  mutating func append(_ time: Int64) {
    guard let first else {
      self.first = time
      return
    }
    rest.append(time.subtractingClamped(first))
  }

  /// Says when the capture begins.
  mutating func begin(at start: Int64) { self.start = start }

  private var firstBytes: [UInt8] {
    guard let first else { return [] }
    var column = IntegerColumn(heading.name, delta: true)
    column.append(first.subtractingClamped(start))
    var bytes: [UInt8] = []
    column.write(to: &bytes)
    return bytes
  }

  var byteCount: Int { firstBytes.count + rest.byteCount }

  func write(to bytes: inout [UInt8]) {
    bytes += firstBytes
    rest.write(to: &bytes)
  }
}

extension Int64 {
  /// The difference, or the end of the range that it is beyond.
  func subtractingClamped(_ other: Int64) -> Int64 {
    let (difference, overflows) = subtractingReportingOverflow(other)
    guard overflows else { return difference }
    return self < other ? .min : .max
  }
}
