import CaptureFiles
import Flows
import TestSupport
import Testing

@testable import Analysis

/// Stage times of the textbook captures: those of `tshark -e frame.time_delta`.
struct StageCorpusTests {
  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: [
      (
        "chrissanders__latency1.pcapng", StageVerdict.Culprit.normal,
        [30_107, 75, 66, 48_778, 22_176]
      ),
      ("chrissanders__latency3.pcapng", .client, [23_790, 14_894, 1_345_023, 46_121, 16_182]),
    ]
  )
  func areThoseOfTheTable(name: String, culprit: StageVerdict.Culprit, microseconds: [Int64]) throws
  {
    var sink = CollectingSink()
    let reader = try MergedReader(paths: [Corpus.path(for: name)])
    _ = try CaptureAnalyzer().run(reader, into: &sink)
    let record = try #require(sink.flows.first)
    let verdict = try #require(FlowAssessor.assess(record).stages)
    #expect(verdict.culprit == culprit)
    let measured = [
      verdict.synToSynAck, verdict.synAckToAck, verdict.client, verdict.requestToAck,
      verdict.server,
    ]
    #expect(measured == microseconds.map { $0 * 1000 })
  }
}
