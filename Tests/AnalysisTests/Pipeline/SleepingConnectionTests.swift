import Flows
import TestSupport
import Testing

@testable import Analysis

/// Connections that are packed while they are silent read like those that never were.
struct SleepingConnectionTests {
  private static func text(_ analysis: CapturedAnalysis) -> [String] {
    analysis.events.map { "\($0)" }
      + analysis.flows.flatMap { flow in
        // The sides are named apart: the record shows an object in their place.
        [
          "\(flow)",
          flow.tcp.map { "\($0.originator) \($0.responder) \(String(describing: $0.timeSpent))" }
            ?? "",
        ]
      } + analysis.outcome.summary.findings.map { "\($0)" }
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: Corpus.captures.filter { $0.isReadable && $0.packets < 5000 }
  )
  func resultsDoNotDependOnSleep(capture: CorpusCapture) throws {
    let awake = try CapturedAnalysis(of: capture.path)
    var limits = FlowLimits()
    limits.awakeConnections = 1
    let asleep = try CapturedAnalysis(of: capture.path, limits: limits)
    #expect(Self.text(asleep) == Self.text(awake))
  }
}
