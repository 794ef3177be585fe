import Flows
import TestSupport
import Testing

@testable import Analysis

/// Stage times of the textbook captures of Chris Sanders, end to end.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct LatencyTests {
  /// Stage times in nanoseconds, read off the packets' timestamps.
  struct Textbook: CustomTestStringConvertible, Sendable {
    let name: String
    let culprit: StageVerdict.Culprit
    let synToSynAck: Int64
    let synAckToAck: Int64
    let client: Int64
    let requestToAck: Int64
    let server: Int64

    var testDescription: String { name }
  }

  private static let tolerance: Int64 = 1_000

  static let textbooks = [
    Textbook(
      name: "chrissanders__latency1.pcapng",
      culprit: .normal,
      synToSynAck: 30_107_000,
      synAckToAck: 75_000,
      client: 66_000,
      requestToAck: 48_778_000,
      server: 22_176_000
    ),
    Textbook(
      name: "chrissanders__latency3.pcapng",
      culprit: .client,
      synToSynAck: 23_790_000,
      synAckToAck: 14_894_000,
      client: 1_345_023_000,
      requestToAck: 46_121_000,
      server: 16_182_000
    ),
  ]

  @Test(arguments: textbooks)
  func stagesAndVerdictAreThoseOfTheTextbook(_ textbook: Textbook) throws {
    let analysis = try CapturedAnalysis(of: Corpus.path(for: textbook.name))
    let tcp = try #require(analysis.flows.lazy.compactMap(\.tcp).first)
    let verdict = try #require(StageVerdict(stages: tcp.stages, handshake: tcp.handshake))

    #expect(verdict.culprit == textbook.culprit)
    for (found, expected) in [
      (verdict.synToSynAck, textbook.synToSynAck), (verdict.synAckToAck, textbook.synAckToAck),
      (verdict.client, textbook.client), (verdict.requestToAck, textbook.requestToAck),
      (verdict.server, textbook.server),
    ] {
      let time = try #require(found)
      #expect(abs(time - expected) <= Self.tolerance)
    }
  }
}
