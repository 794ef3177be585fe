import Flows
import Packets

/// What became of the SYN that a TCP flow began with.
enum ConnectionAttempt {
  /// Answered with a reset.
  case refused
  /// Answered with nothing.
  case unanswered
  /// Answered with a SYN-ACK that the client did not acknowledge.
  case halfOpen
  /// Answered with a SYN-ACK that the client reset at once: health checks and scanners do it.
  case aborted
  /// A connection, whatever was said on it.
  case made

  /// `nil` for flows without the client's SYN, and for copies of others.
  init?(_ flow: UnsafePointer<FlowRecord>) {
    guard flow.pointee.transport == .tcp else { return nil }
    self.init(flow, flow.pointee.tcp)
  }

  private init?(_ flow: UnsafePointer<FlowRecord>, _ tcp: TCPSummary?) {
    guard let tcp, !tcp.isPartial, tcp.mirrorOf == nil, !tcp.isSimultaneousOpen,
      tcp.originator.syns > 0
    else { return nil }
    let openers =
      UInt64(tcp.originator.syns) + UInt64(tcp.originator.resets)
      + tcp.originator.duplicateFrames
    let saidNothingElse = flow.pointee.forward.packets <= openers
    if tcp.isRefused {
      self = .refused
    } else if flow.pointee.backward.packets == 0 {
      self = saidNothingElse ? .unanswered : .made
    } else {
      let open = tcp.originator.resets > 0 ? ConnectionAttempt.aborted : .halfOpen
      self = saidNothingElse ? open : .made
    }
  }

  /// Whether it keeps a place in the listener's queue, or would where there were one.
  var isPending: Bool { self == .halfOpen || self == .unanswered }
}
