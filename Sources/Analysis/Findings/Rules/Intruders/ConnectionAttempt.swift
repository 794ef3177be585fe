import Flows
import Packets

/// What became of the SYN that a TCP flow began with.
enum ConnectionAttempt {
  /// Answered with a reset.
  case refused
  /// Answered with nothing.
  case unanswered
  /// Answered with a SYN-ACK that the client did not acknowledge, or only with a reset.
  case halfOpen
  /// A connection, whatever was said on it.
  case made

  /// `nil` for flows without the client's SYN, and for copies of others.
  init?(_ flow: UnsafePointer<FlowRecord>) {
    guard flow.pointee.transport == .tcp, let tcp = flow.pointee.tcp, !tcp.isPartial,
      tcp.mirrorOf == nil, !tcp.isSimultaneousOpen
    else { return nil }
    let originator = tcp.originator
    guard originator.syns > 0 else { return nil }
    let openers =
      UInt64(originator.syns) + UInt64(originator.resets) + originator.duplicateFrames
    let saidNothingElse = flow.pointee.forward.packets <= openers
    if tcp.isRefused {
      self = .refused
    } else if flow.pointee.backward.packets == 0 {
      self = saidNothingElse ? .unanswered : .made
    } else {
      self = saidNothingElse ? .halfOpen : .made
    }
  }
}
