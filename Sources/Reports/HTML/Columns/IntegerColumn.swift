/// A column of integers.
///
/// Readers are programs whose numbers are exact below 2⁵³: larger values become the largest one.
struct IntegerColumn: ReportColumn {
  /// The largest number that is written.
  static let largest: Int64 = 1 << 53 - 2
  /// What differences are taken of.
  ///
  /// Any two are less than 2⁵² apart, so that the difference of either sign, folded, is below 2⁵³. In nanoseconds it is 13 days before the start to 39 days after it.
  static let deltaRange: ClosedRange<Int64> = -(1 << 50)...(3 << 50 - 1)

  let heading: ColumnHeading
  private var bytes: [UInt8] = []
  private var previous: Int64 = 0

  init(
    _ name: StaticString,
    unit: StaticString? = nil,
    delta: Bool = false,
    nullable: Bool = false
  ) {
    heading = ColumnHeading(
      name: name,
      kind: .integer,
      isDelta: delta,
      isNullable: nullable,
      unit: unit
    )
  }

  var byteCount: Int { bytes.count }

  mutating func append(_ value: Int64) {
    let offset: UInt64 = heading.isNullable ? 1 : 0
    if heading.isDelta {
      let value = min(max(value, Self.deltaRange.lowerBound), Self.deltaRange.upperBound)
      bytes.append(varint: (value &- previous).zigzag &+ offset)
      previous = value
    } else {
      bytes.append(varint: UInt64(min(max(value, 0), Self.largest)) &+ offset)
    }
  }

  mutating func append(_ value: UInt64) { append(Int64(clamping: value)) }

  /// Appends a value or none; the column is nullable.
  mutating func append(_ value: Int64?) {
    if let value { append(value) } else { bytes.append(0) }
  }

  mutating func append(_ value: UInt64?) {
    if let value { append(Int64(clamping: value)) } else { bytes.append(0) }
  }

  func write(to bytes: inout [UInt8]) { bytes += self.bytes }
}
