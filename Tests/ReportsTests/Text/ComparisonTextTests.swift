import Analysis
import Reports
import Testing

/// Comparisons as people read them.
struct ComparisonTextTests {
  @Test func whatIsWorseComesFirst() throws {
    try Golden.expect(ComparisonText(ComparisonSamples.slower).text, equals: "comparison.txt")
  }

  @Test func nothingNewIsSaidInALine() {
    let text = ComparisonText(ComparisonSamples.same).text
    #expect(text.contains("none: no difference is both more than chance"))
    #expect(text.contains("No change"))
    #expect(!text.contains("worse"))
  }

  @Test func coloursAddNothingToTheWords() {
    let plain = ComparisonText(ComparisonSamples.slower).text
    let options = TextOptions(usesColour: true)
    let coloured = ComparisonText(ComparisonSamples.slower, options: options).text
    #expect(coloured != plain)
    #expect(coloured.replacing(/\u{1b}\[[0-9;]*m/, with: "") == plain)
  }

  @Test func linesKeepToTheWidth() {
    for line in ComparisonText(ComparisonSamples.slower).text.split(separator: "\n") {
      #expect(line.count <= TextOptions.defaultWidth, "\(line)")
    }
  }
}
