import Reports
import Testing

struct JSONWriterTests {
  private func document(_ write: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(ByteWriter())
    write(&writer)
    return String(decoding: writer.output.takeBytes(), as: UTF8.self)
  }

  @Test func putsCommasBetweenMembersOnly() {
    let text = document {
      $0.beginObject()
      $0.field("a", UInt64(1))
      $0.beginArray("b")
      $0.element(2)
      $0.beginObject()
      $0.endObject()
      $0.beginObject()
      $0.null("c")
      $0.endObject()
      $0.endArray()
      $0.field("d", true)
      $0.beginObject("e")
      $0.endObject()
      $0.endObject()
      $0.endLine()
      $0.beginObject()
      $0.endObject()
    }
    #expect(text == "{\"a\":1,\"b\":[2,{},{\"c\":null}],\"d\":true,\"e\":{}}\n{}")
  }

  @Test(arguments: [
    ("plain", "plain"),
    ("q\"b\\s", "q\\\"b\\\\s"),
    ("\u{0}\u{1f}\n\r\t", "\\u0000\\u001f\\n\\r\\t"),
    ("\u{1b}[31m", "\\u001b[31m"),
    ("\u{7f}\u{9b}", "\\u007f\\u009b"),
    ("größe 🐦", "größe 🐦"),
  ])
  func escapesStrings(_ text: String, _ expected: String) throws {
    var writer = ByteWriter()
    writer.put(escapingJSON: text)
    let bytes = writer.takeBytes()
    #expect(String(decoding: bytes, as: UTF8.self) == expected)
    #expect(try JSONValue(Array("\"".utf8) + bytes + Array("\"".utf8)) == .string(text))
  }

  @Test(arguments: [(0.015, "0.015000"), (1, "1.000000"), (-3, "0.000000"), (.nan, "0.000000")])
  func writesRatiosWithSixDecimals(_ ratio: Double, _ expected: String) {
    let text = document {
      $0.beginObject()
      $0.field("r", ratio: ratio)
      $0.endObject()
    }
    #expect(text == "{\"r\":\(expected)}")
  }
}
