import Flows

@testable import Analysis

/// What the engine made of a segment: its class and how sure that is.
struct SegmentVerdict: Hashable, Comparable, CustomStringConvertible {
  var kind: FlowEventKind
  var evidence: Evidence

  /// Counted by the headline number of retransmissions.
  var isRetransmission: Bool {
    switch kind {
    case .retransmission, .retransmissionPartial, .retransmissionOfUncaptured: true
    default: false
    }
  }

  var description: String { "\(kind.rawValue) (\(evidence))" }

  static func < (left: SegmentVerdict, right: SegmentVerdict) -> Bool {
    left.description < right.description
  }
}

extension SegmentVerdict {
  private static let classes: Set<FlowEventKind> = [
    .duplicateFrame, .keepAlive, .windowProbe, .retransmission, .retransmissionPartial,
    .lateOriginal, .secondCopyAmbiguous, .reordered, .retransmissionOfUncaptured, .holeFillUnknown,
    .captureGapFill,
  ]

  /// The verdict on each frame that is anything but new, later corrections applied.
  static func byFrame(_ events: [FlowEvent]) -> [UInt64: SegmentVerdict] {
    var verdicts: [UInt64: SegmentVerdict] = [:]
    for event in events {
      if classes.contains(event.kind) {
        verdicts[event.frame] = SegmentVerdict(kind: event.kind, evidence: event.evidence)
      } else if event.kind == .reclassified {
        verdicts[event.relatedFrame] = SegmentVerdict(
          kind: .retransmissionOfUncaptured,
          evidence: event.evidence
        )
      }
    }
    return verdicts
  }
}
