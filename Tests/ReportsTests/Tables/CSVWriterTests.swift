import Testing

@testable import Reports

struct CSVWriterTests {
  @Test(arguments: [
    ("plain", "plain"),
    ("", ""),
    ("a,b", "\"a,b\""),
    ("say \"hi\"", "\"say \"\"hi\"\"\""),
    ("two\r\nlines", "two\\u{d}\\u{a}lines"),
    ("\u{1b}]0;title\u{7}", "\\u{1b}]0;title\\u{7}"),
    ("a\u{0}b\u{7f}c\u{9b}31m", "a\\u{0}b\\u{7f}c\\u{9b}31m"),
    ("exe.\u{202e}txt", "exe.\\u{202e}txt"),
    ("Grüße, 世界", "\"Grüße, 世界\""),
    ("=1+1", "'=1+1"),
    ("+1", "'+1"),
    ("-1", "'-1"),
    ("@SUM(A1)", "'@SUM(A1)"),
    ("\t=1", "\\u{9}=1"),
    ("=\"a\"", "\"'=\"\"a\"\"\""),
  ])
  func textsAreQuotedVisibleAndNeverFormulas(_ text: String, _ expected: String) {
    var writer = CSVWriter(ByteWriter())
    writer.cell("name", text)
    writer.endRow()
    #expect(String(decoding: writer.output.takeBytes(), as: UTF8.self) == expected + "\r\n")
  }
}
