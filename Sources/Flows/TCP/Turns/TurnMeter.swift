/// Follows whose turn it is to speak in a connection, and sums up what the time between was.
///
/// It is looked at when the speaker changes or has paused, not for every segment.
struct TurnMeter {
  /// A sender that pauses for less, with everything acknowledged, is taken to transfer.
  static let shortestPause: Int64 = 10_000_000
  /// A client that is silent for longer after an answer is not working on its next request, and a
  /// sender that is silent for longer in the middle waits for something that the capture does not
  /// show: web servers of old give up a connection after this time (Apache's KeepAliveTimeout).
  static let longestPause: Int64 = 5_000_000_000

  /// Who sent new data last; `nil` before any.
  private(set) var speaker: FlowDirection?
  /// Who sent data first.
  private(set) var opener: FlowDirection?
  private(set) var opened: Int64 = .min
  /// Everything from `opened` to here is in the sums.
  private(set) var accounted: Int64 = .min
  /// First FIN; `.min` before one.
  private(set) var closing: Int64 = .min
  private(set) var originatorReplies = ReplyTimes()
  private(set) var responderReplies = ReplyTimes()
  private(set) var clientThink: Int64 = 0
  private(set) var serverThink: Int64 = 0
  private(set) var idle: Int64 = 0
  private(set) var request = Transfer()
  private(set) var response = Transfer()
  /// What the speaker's stalls, and the time its peer's window was closed, were at the last look.
  private var stalledBefore: Int64 = 0
  private var closedBefore: Int64 = 0

  struct Transfer {
    var time: Int64 = 0
    var loss: Int64 = 0
    var closedWindow: Int64 = 0

    /// Adds a span, of which the senders' stalls can have taken all at most.
    mutating func add(_ span: Int64, loss: Int64, closedWindow: Int64) {
      let closed = min(max(0, closedWindow), span)
      time &+= span
      self.closedWindow &+= closed
      self.loss &+= min(max(0, loss), span &- closed)
    }
  }

  /// The first data of a connection.
  mutating func open(by direction: FlowDirection, at time: Int64) {
    opener = direction
    opened = time
    accounted = time
    speaker = direction
  }

  /// `direction` speaks, after the other side did until `spoken`, which its frame `frames.last` was
  /// the last of; `crossing` is the round trip between the capture point and the one who speaks now.
  mutating func change(
    to direction: FlowDirection,
    at time: Int64,
    frames: (last: UInt64, now: UInt64),
    spoken: Int64,
    crossing: Int64,
    stalls: Stalls,
    stallsOfNext: Stalls
  ) {
    let now = max(time, accounted)
    let end = min(max(spoken, accounted), now)
    let crossed = min(now &- end, crossing)
    transfer(end &- accounted &+ crossed, of: direction.reversed, stalls)
    let wait = now &- end &- crossed
    think(wait, direction, isWithinTurn: false)
    switch direction {
    case .originator: originatorReplies.add(wait, from: frames.last, to: frames.now)
    case .responder: responderReplies.add(wait, from: frames.last, to: frames.now)
    }
    accounted = now
    speaker = direction
    stalledBefore = stallsOfNext.loss
    closedBefore = stallsOfNext.closedWindow
  }

  /// The speaker goes on after all it had sent was acknowledged at `idleSince`.
  mutating func resume(at time: Int64, idleSince: Int64, crossing: Int64, stalls: Stalls) {
    guard let speaker else { return }
    let now = max(time, accounted)
    let pause = now &- min(max(idleSince, accounted), now)
    let closed = max(0, stalls.closedWindow &- closedBefore)
    let thought = max(0, pause &- min(closed, pause) &- crossing)
    transfer(now &- accounted &- thought, of: speaker, stalls)
    think(thought, speaker, isWithinTurn: true)
    switch speaker {
    case .originator: originatorReplies.resume(after: thought)
    case .responder: responderReplies.resume(after: thought)
    }
    accounted = now
    stalledBefore = stalls.loss
    closedBefore = stalls.closedWindow
  }

  /// The speaker's turn lasts until `end`, as far as the capture goes; `stuck` is time after it in
  /// which the speaker could not go on, `isClosed` because of a closed window, else because of loss.
  mutating func finish(at end: Int64, stuck: Int64, isClosed: Bool, stalls: Stalls) {
    guard let speaker else { return }
    transfer(max(0, end &- accounted), of: speaker, stalls)
    let (lost, closed) = isClosed ? (0, stuck) : (stuck, 0)
    switch speaker {
    case .originator: request.add(stuck, loss: lost, closedWindow: closed)
    case .responder: response.add(stuck, loss: lost, closedWindow: closed)
    }
  }

  /// A side sent a FIN.
  mutating func close(at time: Int64) {
    if closing == .min { closing = time }
  }

  private mutating func transfer(_ span: Int64, of direction: FlowDirection, _ stalls: Stalls) {
    let loss = stalls.loss &- stalledBefore
    let closed = stalls.closedWindow &- closedBefore
    switch direction {
    case .originator: request.add(span, loss: loss, closedWindow: closed)
    case .responder: response.add(span, loss: loss, closedWindow: closed)
    }
  }

  private mutating func think(_ span: Int64, _ direction: FlowDirection, isWithinTurn: Bool) {
    let mayBeIdle = isWithinTurn || direction == .originator
    if mayBeIdle, span > Self.longestPause {
      idle &+= span
    } else if direction == .originator {
      clientThink &+= span
    } else {
      serverThink &+= span
    }
  }

  /// Sums of a side's stalls so far, those that still last included: what loss cost it, and how long
  /// its peer's window was closed.
  struct Stalls {
    var loss: Int64
    var closedWindow: Int64

    init(of sender: borrowing TCPHalf, to receiver: borrowing TCPHalf, at time: Int64) {
      let pending = sender.recoveryPoint >= 0 ? max(0, time &- sender.lastProgress) : 0
      loss = sender.stallTimeSoFar &+ pending
      closedWindow = receiver.closedWindowTime(at: time)
    }
  }
}
