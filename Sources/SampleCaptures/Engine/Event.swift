/// Something that happens to a session at an instant of the simulation.
struct Event {
  enum Kind {
    /// The workload's next session is due.
    case spawn
    /// The session begins, or its next scripted frame is due.
    case start
    /// A segment passes the capture point.
    case tap(Segment)
    /// A segment reaches the other end.
    case arrival(Segment)
    /// An end's application writes its next message, or closes.
    case application
    case retransmissionTimer(Side)
    case delayedAckTimer(Side)
    case persistTimer(Side)
    /// A paused application reads again.
    case resume(Side)
    /// The end that did not close first follows.
    case close(Side)
    case keepAlive
    /// A router's word that a segment was too big for its next link passes the capture point.
    case tooBig(Segment)
    /// A middlebox resets the connection.
    case injection
  }

  /// Nanoseconds since 1970.
  let time: UInt64
  let order: UInt64
  let session: Int
  let kind: Kind

  func precedes(_ other: Event) -> Bool {
    time != other.time ? time < other.time : order < other.order
  }
}
