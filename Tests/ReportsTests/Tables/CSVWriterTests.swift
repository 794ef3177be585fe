import Testing

@testable import Reports

struct CSVWriterTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("", ""),
    ("a,b", "\"a,b\""),
    ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\r\nlines", "\"two\r\nlines\""),
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "'\t=1"),
    ("=\"a\"", "\"'=\"\"a\"\"\""),
  ])
  func textsAreQuotedAndNeverFormulas(_ text: String, _ expected: String) {
    var writer = CSVWriter(ByteWriter())
    writer.cell("name", text)
    writer.endRow()
    #expect(String(decoding: writer.output.takeBytes(), as: UTF8.self) == expected + "\r\n")
  }
}
