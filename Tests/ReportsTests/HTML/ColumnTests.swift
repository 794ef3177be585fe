import Packets
import TestSupport
import Testing

@testable import Reports

/// What is written into columns can be read from them.
struct ColumnTests {
  private static func decoded(_ column: some ReportColumn, rows: Int) throws -> DecodedTable {
    let table = ReportTable(
      name: "t",
      rows: rows,
      constants: [.digits("start_ns", -5), .number("unlisted", 7)],
      columns: [column]
    )
    return try DecodedTable(table.bytes)
  }

  private static let edges: [Int64] = [
    0, 1, 127, 128, 16_383, 16_384, 1 << 32, 1 << 50, 3 << 50 - 1,
  ]

  @Test(arguments: [false, true], [false, true])
  func integersComeBack(delta: Bool, nullable: Bool) throws {
    var column = IntegerColumn("n", delta: delta, nullable: nullable)
    let values = Self.edges + Self.edges.reversed()
    var expected: [Int64?] = []
    for value in values {
      column.append(value)
      expected.append(value)
      if nullable {
        column.append(nil as Int64?)
        expected.append(nil)
      }
    }
    let table = try Self.decoded(column, rows: expected.count)
    #expect(try table.integers("n") == expected)
    #expect(table.constants == ["start_ns": -5, "unlisted": 7])
  }

  @Test func numbersThatBrowsersCannotHoldBecomeTheLargest() throws {
    var plain = IntegerColumn("n", nullable: true)
    for value: Int64 in [.max, -1] { plain.append(value) }
    plain.append(UInt64.max)
    #expect(
      try Self.decoded(plain, rows: 3).integers("n") == [
        IntegerColumn.largest, 0, IntegerColumn.largest,
      ]
    )
    var delta = IntegerColumn("n", delta: true, nullable: true)
    for value: Int64 in [.min, .max, .min, -3, .max] { delta.append(value) }
    let range = IntegerColumn.deltaRange
    #expect(
      try Self.decoded(delta, rows: 5).integers("n") == [
        range.lowerBound, range.upperBound, range.lowerBound, -3, range.upperBound,
      ]
    )
  }

  @Test func timesCountFromAStartThatIsKnownLast() throws {
    var column = TimeColumn("t")
    let start: Int64 = 1_700_000_000_000_000_000
    let offsets: [Int64] = [500, 0, 3_000_000_000, -7]
    for offset in offsets { column.append(start + offset) }
    column.begin(at: start)
    #expect(try Self.decoded(column, rows: 4).integers("t") == offsets)
    #expect(try Self.decoded(TimeColumn("t"), rows: 0).integers("t").isEmpty)
  }

  @Test func timesFarApartStayInTheirOrder() throws {
    var column = TimeColumn("t")
    for time: Int64 in [0, .min, .max] { column.append(time) }
    column.begin(at: .max)
    let times = try Self.decoded(column, rows: 3).integers("t").compactMap(\.self)
    #expect(times[1] <= times[0] && times[0] < times[2])
  }

  @Test func textsAreStoredOnce() throws {
    var column = TextColumn("x", nullable: true)
    let long = String(repeating: "é", count: 4_000)
    for text in ["a", nil, "", "a", "\u{202e}<script>", long, long + "x", "a"] {
      column.append(text)
    }
    let values = try Self.decoded(column, rows: 8).texts("x")
    #expect(values[0...4] == ["a", nil, "", "a", "\u{202e}<script>"])
    let kept = try #require(values[5])
    #expect(kept.utf8.count <= TextColumn.longestText)
    #expect(kept.hasSuffix("é…"))
    #expect(values[6] == kept)
    #expect(values[7] == "a")
    #expect(column.byteCount < 1_100)
  }

  @Test func textsThatOnlyLookAlikeStayApart() throws {
    var column = TextColumn("x")
    for text in ["e\u{301}", "\u{e9}", "e\u{301}"] { column.append(text) }
    let scalars = try Self.decoded(column, rows: 3).texts("x").map { $0?.unicodeScalars.count }
    #expect(scalars == [2, 1, 2])
  }

  @Test func manyTextsAndAddressesAreFoundAgain() throws {
    var texts = TextColumn("x")
    var addresses = AddressColumn("a")
    let numbers = (0..<6_000).map { UInt32($0 % 2_000) }
    for number in numbers {
      texts.append("\(number &* 0x9e37_79b9)".prefix(Int(number % 11)) + ".\(number)")
      addresses.append(IPAddress(high: UInt64(number) << 32, low: UInt64(number % 3)))
    }
    let values = try Self.decoded(texts, rows: 6_000).texts("x")
    #expect(values.map { $0?.split(separator: ".").last.flatMap { UInt32($0) } } == numbers)
    let shown = try Self.decoded(addresses, rows: 6_000).texts("a")
    #expect(
      shown
        == numbers.map {
          IPAddress(high: UInt64($0) << 32, low: UInt64($0 % 3)).description
        }
    )
  }

  @Test func addressesAreTexts() throws {
    var column = AddressColumn("a")
    let addresses = [IPAddress(v4: 0x0a00_0001), IPAddress(high: 0x2001_0db8 << 32, low: 1)]
    for address in addresses + addresses { column.append(address) }
    #expect(
      try Self.decoded(column, rows: 4).texts("a") == [
        "10.0.0.1", "2001:db8::1", "10.0.0.1", "2001:db8::1",
      ]
    )
  }

  @Test func bytesComeBack() throws {
    var column = BytesColumn("b", width: 3)
    column.append([1, 2, 3])
    column.append([0xff, 0, 0x80])
    #expect(
      try Self.decoded(column, rows: 2).columns["b"] == [
        .bytes([1, 2, 3]), .bytes([0xff, 0, 0x80]),
      ]
    )
  }

  @Test func aTableTakesOnlySoManyRows() {
    var budget = RowBudget()
    var taken = 0
    for _ in 0..<RowBudget.rows { if budget.take(textBytes: 0) { taken += 1 } }
    #expect(taken == RowBudget.rows - RowBudget.reserved)
    for _ in 0..<RowBudget.rows { if budget.take(textBytes: 0, isNotable: true) { taken += 1 } }
    #expect(taken == RowBudget.rows)
    #expect(budget.unlisted == UInt64(RowBudget.rows))
    var wordy = RowBudget()
    let hasRoom = wordy.take(textBytes: RowBudget.textBytes, isNotable: true)
    #expect(!hasRoom)
  }
}
