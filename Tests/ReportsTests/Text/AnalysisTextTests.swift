import Analysis
import Reports
import Testing

struct AnalysisTextTests {
  private func text(_ summary: AnalysisSummary, _ options: TextOptions = TextOptions()) -> String {
    AnalysisText(summary, context: AnalysisSamples.context, options: options).text
  }

  @Test func aCaptureWithTroubleReadsAsExpected() throws {
    try Golden.expect(text(AnalysisSamples.summary), equals: "analysis-trouble.txt")
  }

  @Test func aQuietCaptureReadsAsExpected() throws {
    try Golden.expect(text(AnalysisSamples.quiet), equals: "analysis-quiet.txt")
  }

  @Test(arguments: [60, 80, 100])
  func linesKeepToTheWidth(_ width: Int) {
    for line in text(AnalysisSamples.summary, TextOptions(width: width)).split(separator: "\n") {
      // A command is not broken: it has to work when copied.
      if line.hasPrefix("    apus") || line.hasPrefix("    wireshark") { continue }
      #expect(line.count <= width, "\(line)")
    }
  }

  @Test func coloursDoNotChangeTheWords() {
    let plain = text(AnalysisSamples.summary)
    let coloured = text(AnalysisSamples.summary, TextOptions(usesColour: true))
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.contains("\u{1b}"))
  }

  @Test(
    arguments: [
      (\.evictedFlows, "flows closed early"), (\.uncountedProtocols, "headers not counted"),
      (\.uncountedSegments, "segments not counted"), (\.uncountedHardware, "hardware address"),
      (\.unlistedFindings, "findings not listed"), (\.uncountedSymptoms, "subjects of findings"),
      (\.unnotedEvents, "findings do not name"),
    ] as [(WritableKeyPath<BoundCounters, UInt64> & Sendable, String)]
  )
  func everyBoundThatMadeItIncompleteIsNamed(
    counter: WritableKeyPath<BoundCounters, UInt64> & Sendable,
    words: String
  ) {
    var summary = AnalysisSamples.quiet
    summary.bounds = BoundCounters()
    #expect(!text(summary).contains("Bounds"))
    summary.bounds[keyPath: counter] = 3
    let text = text(summary).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(text.contains("Bounds 3 "))
    #expect(text.contains(words))
  }

  @Test func findingsThatWereNotLookedForAreNotMissing() {
    var context = AnalysisSamples.context
    context.hasFindings = false
    let text = AnalysisText(AnalysisSamples.quiet, context: context).text
    #expect(text.hasPrefix("Findings   not looked for"))
  }

  @Test func theNextStepsReadWhatWasRead() {
    var context = AnalysisSamples.context
    context.isFiltered = true
    context.readingOptions = ["--recover", "--filter", "tcp or udp"]
    let text = AnalysisText(AnalysisSamples.summary, context: context).text
    let input = "--recover --filter 'tcp or udp' 'office uplink.pcapng'"
    for command in ["--protocols all", "--events apus", "--json"] {
      #expect(text.contains("apus analyze \(command) \(input)"))
    }
    #expect(!text.contains("apus slice"))
    context.isFiltered = false
    context.readingOptions = ["--recover"]
    let whole = AnalysisText(AnalysisSamples.summary, context: context).text
    #expect(whole.contains(".pcapng --recover 'office uplink.pcapng'"))
  }

  @Test func namesFromTheCaptureCannotDriveTheTerminal() {
    var context = AnalysisSamples.context
    context.captures[0].name = "evil\u{1b}[2J\u{202e}gpj.pcap"
    let text = AnalysisText(AnalysisSamples.summary, context: context).text
    #expect(text.contains("evil\\u{1b}[2J\\u{202e}gpj.pcap"))
    #expect(!text.unicodeScalars.contains { $0 == "\u{1b}" || $0 == "\u{202e}" })
  }
}
