extension ZeekState {
  /// The state of a TCP connection by the last states of its endpoints, as Zeek's
  /// `base/protocols/conn` tells it.
  init(
    _ originator: ZeekEndpointState,
    _ responder: ZeekEndpointState,
    hasBytes: Bool,
    history: ZeekHistory
  ) {
    let isOriginatorOpen = originator != .inactive && originator != .partial
    let isResponderOpen = responder != .inactive && responder != .partial
    switch (originator, responder) {
    case (.synSent, .reset), (.synAckSent, .reset): self = .rej
    case (.reset, .reset) where !hasBytes: self = .rej
    case (_, .reset): self = isOriginatorOpen ? .rstr : .rstrh
    case (.reset, _):
      self = isResponderOpen ? .rsto : history.isResetAfterSYN ? .rstos0 : .other
    case (.closed, .closed): self = .sf
    case (.closed, _): self = isResponderOpen ? .s2 : .sh
    case (_, .closed): self = isOriginatorOpen ? .s3 : .shr
    case (.synSent, .inactive): self = .s0
    case (.established, .established): self = .s1
    default: self = .other
    }
  }
}

extension ZeekHistory {
  /// The originator sent a SYN and then, without anything that belongs to an open connection, a RST.
  fileprivate var isResetAfterSYN: Bool {
    var index = count > 0 && self[0] == UInt8(ascii: "^") ? 1 : 0
    guard index < count, self[index] == UInt8(ascii: "S") else { return false }
    index += 1
    while index < count {
      switch self[index] {
      case UInt8(ascii: "R"): return true
      case UInt8(ascii: "H"), UInt8(ascii: "A"), UInt8(ascii: "F"), UInt8(ascii: "G"),
        UInt8(ascii: "I"), UInt8(ascii: "Q"):
        return false
      default: index += 1
      }
    }
    return false
  }
}
