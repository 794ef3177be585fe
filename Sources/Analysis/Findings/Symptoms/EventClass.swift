import Flows

/// What an event is evidence of.
enum EventClass: UInt8, CaseIterable {
  /// Data or a FIN was sent again because it was missing.
  case loss
  /// A SYN or SYN-ACK was sent again.
  case opening
  /// Something was sent again that had arrived.
  case needless
  /// An original came after what was sent later.
  case late
  case zeroWindow
  case fullWindow
  /// The capture has the packet twice.
  case copy
  /// The capture lacks what was acknowledged.
  case unseen
  /// A reset that does not fit its sender, and what came after it.
  case oddReset
  /// An ICMP error about the flow.
  case icmp

  init?(_ event: FlowEvent) {
    switch event.kind {
    case .retransmission, .retransmissionPartial, .retransmissionOfUncaptured:
      if event.retransmission == .spurious {
        self = .needless
      } else {
        self = event.sequence == 0 ? .opening : .loss
      }
    case .confirmedSpurious: self = .needless
    case .reordered, .lateOriginal: self = .late
    case .zeroWindow: self = .zeroWindow
    case .windowFull: self = .fullWindow
    case .duplicateFrame: self = .copy
    case .ackOfUnseen, .captureGapFill: self = .unseen
    case .resetSuspicious, .resetOutOfWindow, .dataAfterReset: self = .oddReset
    case .icmpError: self = .icmp
    default: return nil
    }
  }

  /// The frame that shows it: of a retransmission that turned out needless, its own.
  static func frame(of event: FlowEvent) -> UInt64 {
    event.kind == .confirmedSpurious ? event.relatedFrame : event.frame
  }
}
