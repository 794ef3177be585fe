package import Flows

extension Evidence {
  package var name: StaticString {
    switch self {
    case .proven: "proven"
    case .inferred: "inferred"
    case .unknown: "unknown"
    }
  }
}

extension PortReuse {
  package var name: StaticString {
    switch self {
    case .afterClose: "after_close"
    case .afterReset: "after_reset"
    case .inTimeWait: "in_time_wait"
    case .inTimeWaitIllegal: "in_time_wait_illegal"
    case .active: "active"
    case .synChanged: "syn_changed"
    }
  }
}

extension RetransmissionKind {
  package var name: StaticString {
    switch self {
    case .spurious: "spurious"
    case .fast: "fast"
    case .tailLossProbe: "tail_loss_probe"
    case .timeout: "timeout"
    case .slowStart: "slow_start"
    case .other: "other"
    }
  }
}

extension TCPState {
  /// The state as RFC 9293 names it, in lower case.
  package var name: StaticString {
    switch self {
    case .closed: "closed"
    case .listen: "listen"
    case .synSent: "syn_sent"
    case .synReceived: "syn_received"
    case .established: "established"
    case .finWait1: "fin_wait_1"
    case .finWait2: "fin_wait_2"
    case .closeWait: "close_wait"
    case .closing: "closing"
    case .lastAck: "last_ack"
    case .timeWait: "time_wait"
    }
  }
}
