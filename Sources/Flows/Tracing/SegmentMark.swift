/// What is special about a packet in the trace of its flow.
///
/// A packet can bring several events: the mark is that of the one declared last here.
package enum SegmentMark: UInt8, CaseIterable, Sendable {
  case gap
  case windowUpdate
  case keepAliveAck
  case ackOfUnseen
  case windowShrink
  case duplicateAck
  case tripleDuplicateAck
  case dSack
  case windowFull
  case zeroWindow
  case keepAlive
  case windowProbe
  case duplicateFrame
  case badChecksum
  case implausibleSequence
  case inconsistentOverlap
  case dataAfterReset
  case resetOutOfWindow
  case resetSuspicious
  case captureGapFill
  case holeFillUnknown
  case reordered
  case lateOriginal
  case secondCopyAmbiguous
  case retransmissionPartial
  case retransmissionOfUncaptured
  case retransmission
  case spurious
  case slowStart
  case tailLossProbe
  case timeout
  case fast

  /// The mark of an event about the packet that brought it; nothing where it says nothing of a
  /// segment.
  init?(_ event: FlowEvent) {
    guard let mark = SegmentMark(event.kind) else { return nil }
    self = event.retransmission.flatMap(SegmentMark.init) ?? mark
  }

  /// What made the sender send again, where that is known.
  private init?(_ kind: RetransmissionKind) {
    switch kind {
    case .spurious: self = .spurious
    case .fast: self = .fast
    case .tailLossProbe: self = .tailLossProbe
    case .timeout: self = .timeout
    case .slowStart: self = .slowStart
    case .other: return nil
    }
  }

  private init?(_ kind: FlowEventKind) {
    switch kind {
    case .gap: self = .gap
    case .duplicateFrame: self = .duplicateFrame
    case .keepAlive: self = .keepAlive
    case .windowProbe: self = .windowProbe
    case .retransmission: self = .retransmission
    case .retransmissionPartial: self = .retransmissionPartial
    case .lateOriginal: self = .lateOriginal
    case .secondCopyAmbiguous: self = .secondCopyAmbiguous
    case .reordered: self = .reordered
    case .retransmissionOfUncaptured: self = .retransmissionOfUncaptured
    case .holeFillUnknown: self = .holeFillUnknown
    case .captureGapFill: self = .captureGapFill
    case .duplicateAck: self = .duplicateAck
    case .tripleDuplicateAck: self = .tripleDuplicateAck
    case .dSack: self = .dSack
    case .ackOfUnseen: self = .ackOfUnseen
    case .keepAliveAck: self = .keepAliveAck
    case .zeroWindow: self = .zeroWindow
    case .windowUpdate: self = .windowUpdate
    case .windowShrink: self = .windowShrink
    case .windowFull: self = .windowFull
    case .resetOutOfWindow: self = .resetOutOfWindow
    case .resetSuspicious: self = .resetSuspicious
    case .dataAfterReset: self = .dataAfterReset
    case .implausibleSequence: self = .implausibleSequence
    case .inconsistentOverlap: self = .inconsistentOverlap
    case .badChecksum: self = .badChecksum
    case .reclassified, .confirmedSpurious, .portReuse, .synAckChanged, .simultaneousOpen,
      .connectionRefused, .reset, .stall, .icmpError:
      return nil
    }
  }

  /// The mark of a segment that is known later to be of another class.
  init?(_ segment: SegmentClass) {
    switch segment {
    case .new: return nil
    case .duplicateFrame: self = .duplicateFrame
    case .keepAlive: self = .keepAlive
    case .windowProbe: self = .windowProbe
    case .retransmission: self = .retransmission
    case .retransmissionPartial: self = .retransmissionPartial
    case .lateOriginal: self = .lateOriginal
    case .secondCopyAmbiguous: self = .secondCopyAmbiguous
    case .reordered: self = .reordered
    case .retransmissionOfUncaptured: self = .retransmissionOfUncaptured
    case .holeFillUnknown: self = .holeFillUnknown
    case .captureGapFill: self = .captureGapFill
    }
  }
}
