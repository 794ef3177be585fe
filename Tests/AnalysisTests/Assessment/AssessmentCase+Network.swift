import Flows

@testable import Analysis

extension AssessmentCase {
  static let opening = [
    AssessmentCase(
      "refused",
      .refused,
      .warning,
      .responder,
      "RST after 1.3 ms",
      .connection {
        $0.isRefused = true
        $0.handshake.synToReset = 1_316_000
        $0.originator.syns = 1
      }
    ),
    AssessmentCase(
      "unanswered thrice",
      .unanswered,
      .warning,
      .originator,
      "sent 3 times in 3.00 s",
      .unanswered(syns: 3, ending: .endOfCapture)
    ),
    AssessmentCase(
      "unanswered once until the time-out",
      .unanswered,
      .warning,
      .originator,
      "sent 1 time in",
      .unanswered(syns: 1, ending: .timeout)
    ),
    AssessmentCase(
      "one SYN at the end",
      .unanswered,
      .notice,
      .originator,
      "Nobody answered",
      .unanswered(syns: 1, ending: .endOfCapture)
    ),
    AssessmentCase(
      "one repeated SYN",
      .handshakeRetransmissions,
      .notice,
      nil,
      "1 repeated segment (",
      .connection { $0.originator.synRetransmissions = 1 }
    ),
    AssessmentCase(
      "repeated SYN and SYN-ACK",
      .handshakeRetransmissions,
      .warning,
      nil,
      "2 repeated segments",
      .connection {
        $0.originator.synRetransmissions = 1
        $0.responder.synRetransmissions = 1
      }
    ),
  ]

  static let loss = [
    AssessmentCase(
      "two losses of ten",
      .loss,
      .notice,
      .originator,
      "20.0 % of the data segments",
      .connection(dataSegments: 10) { $0.originator.retransmissions = 2 }
    ),
    AssessmentCase(
      "one percent, in part inferred",
      .loss,
      .warning,
      .responder,
      "10 of 1,000; retransmissions: 7 proven, 3 inferred",
      .connection {
        $0.responder.retransmissions = 6
        $0.responder.retransmissionsPartial = 1
        $0.responder.retransmissionsInferred = 3
      }
    ),
    AssessmentCase(
      "nine of a hundred",
      .loss,
      .warning,
      .originator,
      "9.0 %",
      .connection(dataSegments: 100) { $0.originator.retransmissions = 9 }
    ),
    AssessmentCase(
      "ten of a hundred",
      .loss,
      .critical,
      .originator,
      "10.0 %",
      .connection(dataSegments: 100) { $0.originator.retransmissions = 10 }
    ),
    AssessmentCase(
      "time-outs",
      .timeouts,
      .warning,
      .originator,
      "timer 3 times",
      .connection { $0.originator.timeouts = 3 }
    ),
    AssessmentCase(
      "stall",
      .stalled,
      .warning,
      .responder,
      "for 1.50 s of 3.00 s, in 2 episodes",
      .connection {
        $0.responder.stallTime = 1_500_000_000
        $0.responder.lossEpisodes = 2
      }
    ),
    AssessmentCase(
      "needless",
      .spuriousRetransmissions,
      .notice,
      .originator,
      "10 retransmissions of the",
      .connection {
        $0.originator.retransmissions = 10
        $0.originator.spurious = 10
      }
    ),
    AssessmentCase(
      "reordered",
      .reordering,
      .notice,
      .originator,
      "up to 4.0 ms late",
      .connection {
        $0.originator.reordered = 12
        $0.originator.maximumReorderTime = 4_000_000
      }
    ),
  ]

  static let delay = [
    AssessmentCase(
      "satellite",
      .highRTT,
      .warning,
      .originator,
      "and the responder a round trip takes 610.0 ms",
      .connection {
        $0.originator.rtt.count = 5
        $0.originator.rtt.minimum = 590_000_000
        $0.originator.rtt.p50 = 610_000_000
        $0.originator.rtt.p95 = 640_000_000
      }
    ),
    AssessmentCase(
      "bufferbloat",
      .risingRTT,
      .warning,
      .responder,
      "from 10.0 ms to 350.0 ms",
      .connection {
        $0.responder.rtt.count = 100
        $0.responder.rtt.minimum = 10_000_000
        $0.responder.rtt.p50 = 100_000_000
        $0.responder.rtt.p95 = 350_000_000
      }
    ),
    AssessmentCase(
      "ECN",
      .congestionMarks,
      .notice,
      .originator,
      "marked 2 packets",
      .connection(change: { $0.forward.congestionMarks = 2 })
    ),
    AssessmentCase(
      "slow server",
      .slowServer,
      .warning,
      .responder,
      "took 983.0 ms",
      .connection { $0.stages = .milliseconds(18.6, 16.2, 0.2, 47.9, 983.0) }
    ),
    AssessmentCase(
      "slow client",
      .slowClient,
      .notice,
      .originator,
      "took 1.34 s",
      .connection { $0.stages = .milliseconds(23.8, 14.9, 1344.0, 46.1, 16.2) }
    ),
    AssessmentCase(
      "slow network",
      .slowNetwork,
      .warning,
      nil,
      "took 1.16 s",
      .connection { $0.stages = .milliseconds(878.5, 16.6, 0.3, 1155.2, 15.9) }
    ),
  ]
}
