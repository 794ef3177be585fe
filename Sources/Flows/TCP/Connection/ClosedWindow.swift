/// Who waits for a receive window that was closed: without data to send nobody does.
struct ClosedWindow {
  /// A persist timer first fires after one retransmission time-out (RFC 9293 §3.8.6.1), in nanoseconds
  /// at most where that is not backed off (RFC 6298 §2.1).
  private static let persistTimer: Int64 = 1_000_000_000
  /// A sender that goes on this much later than a round trip after the window opened had nothing to
  /// send before.
  private static let reaction: Int64 = 50_000_000

  /// When the other side first sent into the closed window; `.min` before.
  private var probed: Int64 = .min
  /// When the window opened, until the other side has reacted or the owner has sent data; else `.min`.
  private(set) var opened: Int64 = .min
  /// How long it had been closed then.
  private var closed: Int64 = 0

  init() {}

  mutating func close() {
    probed = .min
    opened = .min
  }

  /// How long the other side has waited for a window that was closed at `since` and never opened.
  func wait(since: Int64, until time: Int64) -> Int64 {
    guard probed != .min else { return 0 }
    return max(0, time &- max(since, probed &- Self.persistTimer))
  }

  /// The window opens; the wait that is known by now.
  ///
  /// `isAnswer` says that data came with it: what the other side sends next may be its reaction.
  mutating func open(since: Int64, at time: Int64, isAnswer: Bool) -> Int64 {
    if probed == .min, !isAnswer {
      opened = time
      closed = max(0, time &- since)
    }
    return wait(since: since, until: time)
  }

  /// The owner of the window sends data.
  mutating func answer() { opened = .min }

  /// The wait that the other side's data, or probe, shows.
  mutating func receive(at time: Int64, isClosed: Bool, pathRTT: Int64?) -> Int64 {
    if isClosed {
      if probed == .min { probed = time }
      return 0
    }
    guard opened != .min else { return 0 }
    let delay = time &- opened
    opened = .min
    let crossing = pathRTT ?? 0
    return delay <= crossing &+ crossing / 2 &+ Self.reaction ? closed : 0
  }
}
