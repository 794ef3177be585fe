import Flows
import Testing

@testable import Analysis

/// A connection with something that is not worth a word.
struct HarmlessCase: Sendable, CustomTestStringConvertible {
  var name: String
  var record: FlowRecord

  var testDescription: String { name }
}

extension AssessmentCase {
  static let harmless = [
    HarmlessCase(
      name: "two reordered segments",
      record: .connection(dataSegments: 10) { $0.originator.reordered = 2 }
    ),
    HarmlessCase(
      name: "an RTT that delayed ACKs stretch",
      record: .connection {
        $0.originator.rtt.count = 100
        $0.originator.rtt.minimum = 1_000_000
        $0.originator.rtt.p95 = 200_000_000
        $0.originator.rtt.delayedAckSuspects = 40
      }
    ),
    HarmlessCase(
      name: "a rise of few samples",
      record: .connection {
        $0.originator.rtt.count = 19
        $0.originator.rtt.minimum = 1_000_000
        $0.originator.rtt.p95 = 200_000_000
      }
    ),
    HarmlessCase(
      name: "legal port re-use",
      record: .connection { $0.portReuse = .inTimeWait }
    ),
    HarmlessCase(
      name: "duplicates of the capture",
      record: .connection { $0.originator.duplicateFrames = 900 }
    ),
    HarmlessCase(
      name: "keep-alives",
      record: .connection { $0.originator.keepAlives = 50 }
    ),
    HarmlessCase(
      name: "offloaded checksums",
      record: .connection(change: { $0.forward.offloadedChecksums = 500 })
    ),
    HarmlessCase(
      name: "checksums that are nearly all bad",
      record: .connection(change: { $0.forward.badChecksums = 950 })
    ),
    HarmlessCase(
      name: "a quick first answer",
      record: .connection { $0.stages = .milliseconds(30.1, 0.1, 0.1, 48.8, 22.2) }
    ),
  ]
}
