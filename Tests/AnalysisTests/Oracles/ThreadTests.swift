import Flows
import TestSupport
import Testing

@testable import Analysis

/// The same capture gives the same result however many threads work on it.
struct ThreadTests {
  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func resultDoesNotDependOnThreads(_ capture: CorpusCapture) throws {
    let alone = try CapturedAnalysis(of: capture.path, threads: 1)
    for threads in [2, 4] {
      let ahead = try CapturedAnalysis(of: capture.path, threads: threads)
      #expect(ahead.flows.map(Self.text) == alone.flows.map(Self.text))
      #expect(ahead.events.map(Self.text) == alone.events.map(Self.text))
      #expect(ahead.transactions.map(Self.text) == alone.transactions.map(Self.text))
      #expect(Self.text(ahead.outcome.summary.totals) == Self.text(alone.outcome.summary.totals))
      #expect(Self.text(ahead.outcome.summary.tcp) == Self.text(alone.outcome.summary.tcp))
      #expect(Self.text(ahead.outcome.summary.worst) == Self.text(alone.outcome.summary.worst))
      #expect(ahead.outcome.flowCounters == alone.outcome.flowCounters)
    }
  }

  /// Every stored property of a value, nested ones included.
  private static func text(_ value: some Any) -> String { String(describing: value) }
}
