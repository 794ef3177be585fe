import Flows
import Testing

@testable import Analysis

/// Who kept the first request waiting, in the textbook cases latency1 to latency4.
///
/// The captures and times in milliseconds come from "Practical Packet Analysis" by Chris Sanders.
struct StageVerdictTests {
  @Test(arguments: [
    ([30.1, 0.1, 0.1, 48.8, 22.2], StageVerdict.Culprit.normal),
    ([878.5, 16.6, 0.3, 1155.2, 15.9], .networkPath),
    ([23.8, 14.9, 1345.0, 46.1, 16.2], .client),
    ([18.6, 16.2, 0.2, 47.9, 983.0], .server),
  ])
  func namesTheCulprit(times: [Double], culprit: StageVerdict.Culprit) throws {
    let stages = StageTimes.milliseconds(times[0], times[1], times[2], times[3], times[4])
    let verdict = try #require(StageVerdict(stages: stages, handshake: HandshakeTimes()))
    #expect(verdict.culprit == culprit)
    let measured = [
      verdict.synToSynAck, verdict.synAckToAck, verdict.client, verdict.requestToAck,
      verdict.server,
    ]
    #expect(measured == times.map { Int64(($0 * 1_000_000).rounded()) })
  }

  @Test func anAnswerThatCarriesTheAcknowledgmentCountsFromTheRequest() throws {
    var stages = StageTimes.milliseconds(20, 1, 1, 500, 0)
    for acked in [stages.response, nil] {
      stages.requestAcked = acked
      let verdict = try #require(StageVerdict(stages: stages, handshake: HandshakeTimes()))
      #expect(verdict.culprit == .server)
      #expect(verdict.requestToAck == nil)
      #expect(verdict.server == 500_000_000)
      #expect(verdict.slowestTime == 480_000_000)
    }
  }

  @Test func aLongPathDoesNotMakeTheServerSlow() throws {
    let stages = StageTimes.milliseconds(600, 1, 1, 610, 0)
    let verdict = try #require(StageVerdict(stages: stages, handshake: HandshakeTimes()))
    #expect(verdict.culprit == .networkPath)
  }

  @Test func handshakeTimesOfTheLastSYNAreUsed() throws {
    var handshake = HandshakeTimes()
    handshake.synToSynAck = 5_000_000
    handshake.isAmbiguous = true
    let stages = StageTimes.milliseconds(1005, 1, 1, 10, 10)
    let verdict = try #require(StageVerdict(stages: stages, handshake: handshake))
    #expect(verdict.culprit == .normal)
  }

  @Test func thereIsNoVerdictWithoutHandshakeRequestAndAnswer() {
    for missing in [\StageTimes.syn, \.request, \.response] {
      var stages = StageTimes.milliseconds(1, 1, 1, 1, 1)
      stages[keyPath: missing] = nil
      #expect(StageVerdict(stages: stages, handshake: HandshakeTimes()) == nil)
    }
  }
}
