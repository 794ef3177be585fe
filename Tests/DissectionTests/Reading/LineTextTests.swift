import Testing

@testable import Dissection

/// Texts that are looked at where they are.
struct LineTextTests {
  @Test(arguments: 0..<40)
  func aByteIsFoundWhereverItIs(place: Int) {
    var bytes = [UInt8](repeating: 0x8a, count: 40)
    #expect(bytes.span.bytes.firstOffset(of: 0x0a) == nil)
    bytes[place] = 0x0a
    #expect(bytes.span.bytes.firstOffset(of: 0x0a) == place)
    #expect(bytes.span.bytes.firstOffset(of: 0x0a, from: place) == place)
    #expect(bytes.span.bytes.firstOffset(of: 0x0a, from: place + 1) == nil)
    #expect(bytes.span.bytes.lastOffset(of: 0x0a) == place)
    bytes[39] = 0x0a
    #expect(bytes.span.bytes.firstOffset(of: 0x0a) == place)
    #expect(bytes.span.bytes.lastOffset(of: 0x0a) == 39)
  }

  /// The neighbours of the letters, and bytes with the high bit, have no other case.
  @Test func onlyLettersHaveCases() {
    let text: StaticString = "content-length@[`{"
    for index in 0..<text.utf8CodeUnitCount {
      var bytes = (0..<text.utf8CodeUnitCount).map { text.utf8Start[$0] }
      let original = bytes[index]
      for other in UInt8.min...UInt8.max {
        bytes[index] = other
        let isSame = other.lowercasedASCII == original.lowercasedASCII
        #expect(bytes.span.bytes.equals(ignoringCase: text) == isSame)
      }
    }
  }

  @Test(arguments: [("  a b\t", "a b"), ("\t \t", ""), ("", ""), ("x", "x")])
  func blanksAreTrimmed(text: String, trimmed: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.bytes.trimmed.text(limit: 100) == trimmed)
  }

  @Test(
    arguments: [("0", 0), ("17", 17), ("", nil), ("1a", nil), ("9999999999999999999", nil)]
      as [(String, Int64?)]
  )
  func numbersAreRead(text: String, number: Int64?) {
    let bytes = Array(text.utf8)
    #expect(bytes.span.bytes.decimal == number)
  }
}
