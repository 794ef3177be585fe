import Packets

extension TCPConnection {
  /// The shortest time that a retransmission timer runs on common stacks (Linux: 200 ms).
  private static let shortestTimeout: Int64 = 200_000_000
  /// A third duplicate ACK is recent for at least this long.
  private static let duplicateAckMemory: Int64 = 20_000_000

  /// Counts a retransmission, finds what made the sender send again, and keeps the loss episode.
  static func retransmit(
    _ segment: Segment,
    bytes: Int64,
    of earlier: SegmentRecord?,
    opener: Hole? = nil,
    evidence: Evidence,
    event: FlowEventKind,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    let sentBefore = earlier?.lastTime ?? opener?.openerTime
    let kind = cause(of: segment, sentBefore: sentBefore, sender: sender)
    enterEpisode(segment, kind: kind, sender: &sender)
    switch event {
    case .retransmission: sender.trouble.retransmissions &+= 1
    case .retransmissionPartial: sender.trouble.retransmissionsPartial &+= 1
    default: sender.trouble.retransmissionsInferred &+= 1
    }
    events.samples.addRetransmission()
    count(kind, by: 1, in: &sender.trouble)
    if segment.flags.contains(.syn) {
      sender.trouble.synRetransmissions &+= 1
    } else if kind != .spurious, let earlier, earlier.marks.contains(.counted) {
      sender.trouble.furtherTries &+= 1
    }
    sender.trouble.retransmittedBytes &+= UInt64(clamping: min(bytes, segment.payload))
    if kind == .tailLossProbe { sender.probedTail = true }
    if event != .retransmissionOfUncaptured {
      mark(segment, in: &sender, counted: true, kind: kind)
    }
    events.add(
      event,
      direction,
      evidence: evidence,
      retransmission: kind,
      sequence: segment.start,
      length: UInt32(clamping: bytes),
      value: sentBefore.map { max(0, segment.time &- $0) } ?? 0,
      related: earlier?.frame ?? opener?.openerFrame ?? 0
    )
  }

  /// Adds `number` to the counter of a kind.
  static func count(
    _ kind: RetransmissionKind,
    by number: Int64,
    in counters: inout TCPDirectionSummary
  ) {
    func add(_ counter: inout UInt64) {
      counter = number >= 0 ? counter &+ UInt64(number) : counter &- min(counter, UInt64(-number))
    }
    switch kind {
    case .spurious: add(&counters.spurious)
    case .fast: add(&counters.fast)
    case .tailLossProbe: add(&counters.tailLossProbes)
    case .timeout: add(&counters.timeouts)
    case .slowStart: add(&counters.slowStart)
    case .other: add(&counters.otherRetransmissions)
    }
  }

  /// What made the sender send again; the first that fits.
  private static func cause(
    of segment: Segment,
    sentBefore: Int64?,
    sender: TCPHalf
  ) -> RetransmissionKind {
    if segment.end <= sender.acknowledged { return .spurious }
    let rtt = segment.pathRTT
    let interval = sentBefore.map { max(0, (segment.time &- $0).span) }
    if sender.duplicateAcks >= 3, sender.acknowledged == segment.start {
      let memory = max(rtt.map { $0 &+ $0 / 2 } ?? 0, duplicateAckMemory)
      if segment.time &- sender.thirdDuplicateAck <= memory { return .fast }
    }
    if sender.sackHigh > segment.end {
      let enough = 2 * Int64(max(sender.maximumSegment, 1))
      if sender.sackedBytes > enough { return .fast }
      if let interval, let rtt, interval >= rtt / 4, interval < shortestTimeout { return .fast }
    }
    if sender.timeoutStart >= 0, sender.recoveryPoint >= 0, segment.start > sender.timeoutStart {
      return .slowStart
    }
    let hasHint = sender.duplicateAcks > 0 || sender.sackHigh > sender.acknowledged
    let measured = sender.rtt.count > 0
    let timer = measured ? sender.rtt.smoothed + 4 * sender.rtt.smoothedVariation : shortestTimeout
    if !hasHint, !sender.probedTail, segment.end == sender.high, let interval, measured,
      interval < max(timer, shortestTimeout), interval >= sender.rtt.smoothed
    {
      return .tailLossProbe
    }
    if !hasHint || sender.duplicateAcks < 3, let interval,
      interval >= min(max(timer, 1), shortestTimeout)
    {
      return .timeout
    }
    return .other
  }

  /// Opens or continues the loss episode that a needed retransmission belongs to.
  private static func enterEpisode(
    _ segment: Segment,
    kind: RetransmissionKind,
    sender: inout TCPHalf
  ) {
    guard kind != .spurious else { return }
    if sender.recoveryPoint < 0 {
      sender.recoveryPoint = sender.high
      sender.timeoutStart = -1
      sender.trouble.lossEpisodes &+= 1
    }
    if kind == .timeout, sender.timeoutStart < 0 { sender.timeoutStart = segment.start }
  }

  /// New data or ACK progress of `sender` was captured: within a loss episode, a wait longer than a
  /// round trip before it was a stall.
  static func noteProgress(
    sender: inout TCPHalf,
    at time: Int64,
    pathRTT: Int64?,
    _ direction: FlowDirection,
    _ events: inout TCPEvents
  ) {
    if sender.recoveryPoint >= 0 {
      let wait = time &- sender.lastProgress
      if wait > pathRTT ?? 0 {
        sender.trouble.stallTime.addClamped(wait)
        events.add(.stall, direction, sequence: sender.acknowledged, value: wait)
      }
    }
    sender.lastProgress = time
  }
}
