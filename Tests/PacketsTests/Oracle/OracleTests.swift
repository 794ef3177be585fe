import Packets
import TestSupport
import Testing

/// Every header of every frame of the corpus against tshark 4.0.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct OracleTests {
  @Test(
    .enabled(if: Tool.isPresent("tshark"), "needs tshark"),
    arguments: Corpus.captures.filter { $0.packets > 0 }
  )
  func headersAreThoseThatTsharkReads(capture: CorpusCapture) throws {
    let tshark = try #require(Tool("tshark"))
    let run = try OracleRun(capture.path, tshark: tshark)
    let exceptions = OracleException.all.filter { $0.capture == capture.name }
    let differences = run.differences().filter { difference in
      !exceptions.contains { $0.covers(difference) }
    }
    let text = differences.prefix(5).map(\.description).joined(separator: "\n")
    #expect(run.count > 0)
    #expect(differences.isEmpty, "\(differences.count) differences, such as\n\(text)")
  }
}
