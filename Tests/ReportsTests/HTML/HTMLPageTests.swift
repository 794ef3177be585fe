import Analysis
import Crypto
import TestSupport
import Testing

@testable import Reports

/// The page around the data.
struct HTMLPageTests {
  private static let assets = PageAssets(
    script: Array("1 < 2 && document".utf8),
    style: Array("a > b { }".utf8)
  )

  private static func page(named names: [String]) throws -> String {
    var context = AnalysisSamples.context
    context.captures = names.map { name in
      var facts = AnalysisSamples.facts
      facts.name = name
      return facts
    }
    let page = HTMLPage(context: context, assets: assets)
    return String(decoding: try page.bytes([]), as: UTF8.self)
  }

  @Test(arguments: [
    "</title><script>alert(1)</script>.pcap", "a\" onload=\"x.pcap", "<!--.pcap", "]]>&amp;'.pcap",
    "x\u{202e}gnp.pcap", "x\u{1b}[2J\n.pcap", "</noscript><img src=x>.pcap",
  ])
  func namesOfCapturesStayText(name: String) throws {
    let text = try Self.page(named: [name])
    let plain = try Self.page(named: ["plain.pcap"])
    #expect(Self.tags(text) == Self.tags(plain))
    #expect(!text.contains("\u{202e}") && !text.contains("\u{1b}"))
  }

  /// Everything between angle brackets.
  private static func tags(_ text: String) -> [Substring] {
    text.split(separator: "<", omittingEmptySubsequences: false).dropFirst().map { part in
      part.prefix { $0 != ">" }
    }
  }

  @Test func theTitleNamesTheCaptures() throws {
    #expect(try Self.page(named: ["/a/b/c.pcap"]).contains("<title>c.pcap – Apus</title>"))
    #expect(try Self.page(named: ["-"]).contains("<title>standard input – Apus</title>"))
    #expect(try Self.page(named: ["a", "b", "c"]).contains("<title>a and 2 more – Apus</title>"))
    #expect(try Self.page(named: []).contains("<title>Apus</title>"))
  }

  @Test func withoutScriptThePageTellsTheCommandOfTheText() throws {
    #expect(
      try Self.page(named: ["a b.pcap"]).contains("apus analyze &#39;a b.pcap&#39;</p></noscript>")
    )
  }

  @Test func onlyItsOwnScriptAndStyleMayRun() throws {
    let text = try Self.page(named: ["a.pcap"])
    func digest(_ bytes: [UInt8]) -> String {
      var writer = ByteWriter()
      writer.put(base64: Array(SHA256.hash(data: bytes)))
      return String(decoding: writer.takeBytes(), as: UTF8.self)
    }
    let policy =
      "default-src 'none'; script-src 'sha256-\(digest(Self.assets.script))'; "
      + "style-src 'sha256-\(digest(Self.assets.style))'; img-src data:; base-uri 'none'; "
      + "form-action 'none'"
    #expect(text.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">"))
    #expect(text.contains("<script>1 < 2 && document</script>"))
    #expect(text.contains("<style>a > b { }</style>"))
  }

  @Test func theBundleCannotEndItsElement() {
    for asset in [PageAssets.embedded.script, PageAssets.embedded.style] {
      let text = String(decoding: asset, as: UTF8.self).lowercased()
      #expect(!asset.isEmpty)
      let ends = text.contains("</script") || text.contains("</style") || text.contains("<!--")
      #expect(!ends)
    }
  }

  @Test(arguments: [0, 1, 2, 3, 4, 49_151, 49_152, 49_153, 200_000])
  func sectionsComeBack(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 >> 3) }
    let section = HTMLPage.Section(name: "x", content: try Deflate.compress(bytes, level: 6))
    let page = try ReportPage(
      HTMLPage(context: AnalysisSamples.context, assets: Self.assets).bytes([section])
    )
    #expect(page.sections == ["x": bytes])
  }
}

extension HTMLPage {
  /// The page in memory.
  fileprivate func bytes(_ sections: [Section]) throws -> [UInt8] {
    try write(sections, to: ByteWriter())
  }
}
