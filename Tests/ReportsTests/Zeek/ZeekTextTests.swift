import Testing

@testable import Reports

struct ZeekTextTests {
  private static func tsv(_ text: String, inList: Bool = false) -> String {
    var writer = ByteWriter()
    writer.put(zeek: text, inList: inList)
    return String(decoding: writer.takeBytes(), as: UTF8.self)
  }

  @Test(arguments: [
    ("plain text, with a comma", "plain text, with a comma"),
    ("tab\tand\nline", #"tab\x09and\x0aline"#),
    ("\u{1b}[31m\u{7f}\0", #"\x1b[31m\x7f\x00"#),
    (#"back\slash"#, #"back\\slash"#),
    ("", "(empty)"),
    ("-", #"\x2d"#),
    ("-a", "-a"),
    ("(empty)", #"\x28empty)"#),
    ("grün 日本", "grün 日本"),
    ("\u{85}\u{9b}31m", #"\xc2\x85\xc2\x9b31m"#),
    ("ü\u{80}", #"\xc3\xbc\xc2\x80"#),
    ("\u{a0}", "\u{a0}"),
    ("\u{e000}", #"\xee\x80\x80"#),
    ("\u{fff0}", #"\xef\xbf\xb0"#),
    ("\u{fffd}", "\u{fffd}"),
  ])
  func textIsEscapedAsZeekDoes(_ text: String, _ expected: String) {
    #expect(Self.tsv(text) == expected)
  }

  @Test func commasAreEscapedInsideLists() {
    #expect(Self.tsv("a,b", inList: true) == #"a\x2cb"#)
  }

  @Test func bytesThatAreNoTextAreEscapedAsAWhole() {
    var writer = ByteWriter()
    writer.put(zeek: Array("ü".utf8) + [0xe9, 0x41])
    #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == #"\xc3\xbc\xe9A"#)
    #expect(ZeekText.text(of: [0x41, 0xe9]) == #"A\xe9"#)
    #expect(ZeekText.text(of: Array("ü".utf8)) == "ü")
    #expect(ZeekText.text(of: [0xc2, 0x9b]) == #"\xc2\x9b"#)
  }

  @Test(arguments: [
    ("/plain?q=1", "/plain?q=1"),
    ("/a%20b%2F", "/a b/"),
    ("/%u0041%u20ac", "/A\u{20}\u{fffd}"),
    ("/100%", "/100%"),
    ("/100%a", "/100%a"),
    ("/%%41", "/A"),
    ("/%zz", "/%zz"),
    ("/%C3%BC", "/ü"),
  ])
  func urisAreDecoded(_ uri: String, _ expected: String) {
    #expect(String(decoding: ZeekURI.unescape(uri), as: UTF8.self) == expected)
  }

  @Test(arguments: [
    ("/r?u=http%3A%2F%2Feve%3Asecret%40b%2F", "/r?u=http://b/"),
    ("/r?u=http%u003A%u002F%u002Feve%u003Asecret%u0040b", "/r?u=http://b"),
    ("http://eve:se%2Fcret@b/", "http://b/"), ("http://eve:secret%40b/", "http://b/"),
  ])
  func decodedURIsHaveNoPasswords(_ uri: String, _ expected: String) {
    #expect(String(decoding: ZeekURI.text(of: uri), as: UTF8.self) == expected)
  }
}
