import Packets

/// Follows a connection as Zeek does, for `conn_state` and `history`.
struct ZeekTracker {
  private(set) var history = ZeekHistory()
  private(set) var state: ZeekState = .other

  init() {}
}
