import Dissection
import Testing

struct LineReaderTests {
  @Test(arguments: [1, 3, .max])
  func linesEndWithEitherEnd(piece: Int) {
    #expect(
      lines(in: "one\r\ntwo\n\nfour\rfive\n", piece: piece) == ["one", "two", "", "four\rfive"]
    )
  }

  @Test func aLineWithoutEndIsCut() {
    var reader = LineReader(limit: 4)
    let bytes = Array("123456789\nab\n".utf8)
    var offset = 0
    let isFirst = reader.read(bytes.span.bytes, from: &offset)
    #expect(isFirst)
    #expect(reader.line == Array("1234".utf8))
    #expect(reader.isCut)
    let isSecond = reader.read(bytes.span.bytes, from: &offset)
    #expect(isSecond)
    #expect(reader.line == Array("ab".utf8))
    #expect(!reader.isCut)
  }

  private func lines(in text: String, piece: Int) -> [String] {
    var reader = LineReader(limit: 100)
    var found: [String] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let part = Array(rest.prefix(piece))
      rest = rest.dropFirst(part.count)
      var offset = 0
      while offset < part.count, reader.read(part.span.bytes, from: &offset) {
        found.append(String(decoding: reader.line, as: UTF8.self))
      }
    }
    return found
  }
}
