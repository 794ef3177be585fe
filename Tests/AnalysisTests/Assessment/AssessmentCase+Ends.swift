import Flows

@testable import Analysis

extension AssessmentCase {
  static let endpoints = [
    AssessmentCase(
      "closed window",
      .zeroWindow,
      .warning,
      .originator,
      "for 250.0 ms in all (4 zero-window",
      .connection {
        $0.originator.zeroWindows = 4
        $0.originator.zeroWindowTime = 250_000_000
        $0.originator.zeroWindowWait = 250_000_000
      }
    ),
    AssessmentCase(
      "small window",
      .windowLimited,
      .warning,
      .responder,
      "at most 65.5 kB",
      .connection {
        $0.originator.windowFull = 400
        $0.responder.maximumWindow = 65_535
      }
    ),
  ]

  static let odd = [
    AssessmentCase(
      "reset at the end",
      .reset,
      .notice,
      .originator,
      "The originator ended",
      .connection(change: { $0.ending = .reset }) { $0.originator.resets = 1 }
    ),
    AssessmentCase(
      "reset instead of an answer",
      .reset,
      .warning,
      .responder,
      "had sent 0 B",
      .connection(change: { $0.ending = .reset }) {
        $0.responder.resets = 1
        $0.responder.uniqueBytes = 0
      }
    ),
    AssessmentCase(
      "injected reset",
      .suspiciousReset,
      .warning,
      nil,
      "2 RST segments",
      .connection {
        $0.resetsOutOfWindow = 1
        $0.resetsSuspicious = 1
      }
    ),
    AssessmentCase(
      "overlap",
      .inconsistentOverlap,
      .warning,
      nil,
      "1 segment with other content",
      .connection { $0.responder.inconsistentOverlaps = 1 }
    ),
    AssessmentCase(
      "bad checksums",
      .badChecksums,
      .warning,
      .responder,
      "10 packets of the responder",
      .connection(change: { $0.backward.badChecksums = 10 })
    ),
    AssessmentCase(
      "ports taken",
      .portReuse,
      .notice,
      nil,
      "not finished yet",
      .connection { $0.portReuse = .active }
    ),
    AssessmentCase(
      "one way",
      .oneWay,
      .notice,
      .responder,
      "No packet of the responder",
      .connection(change: { $0.backward.packets = 0 })
    ),
    AssessmentCase(
      "holes",
      .missedBytes,
      .notice,
      .responder,
      "1.00 MB of the responder (50.0 %)",
      .connection { $0.responder.missedBytes = 1_000_000 }
    ),
  ]
}
