import Flows
import TestSupport
import Testing

@testable import Analysis

/// Connections that are packed while they are silent read like those that never were.
struct SleepingConnectionTests {
  private static func text(_ analysis: CapturedAnalysis) -> [String] {
    analysis.events.map { "\($0)" }
      + analysis.flows.flatMap { flow -> [String] in
        var plain = flow
        let sides = flow.tcp.map { "\($0.originator) \($0.responder)" } ?? ""
        // Named apart: the record shows an object in their place.
        plain.tcp = nil
        let tcp = flow.tcp.map {
          "\($0.zeekHistory.text) \($0.zeekState) \($0.handshake) \($0.stages) \($0.zeekMissedBytes)"
        }
        return ["\(plain)", sides, tcp ?? ""]
      }
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
