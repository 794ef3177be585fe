import Packets

extension TCPConnection {
  /// An ACK this much later than the fastest, of a single small segment, has waited for the
  /// receiver's delayed-ACK timer rather than for the path (RFC 1122 §4.2.3.2: at most 500 ms).
  private static let delayedAck: ClosedRange<Int64> = 30_000_000...500_000_000

  /// Takes the acknowledgment of a segment: `owner` sent the data that it acknowledges.
  static func acknowledge(
    _ packet: borrowing PacketHeaders,
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    owner: inout TCPHalf,
    events: inout TCPEvents
  ) {
    if !owner.isBased {
      owner.rebase(packet.tcp.acknowledgment, as: 1)
    } else if let alternate = owner.alternateBase, owner.acknowledged < 1 {
      chooseBase(packet.tcp.acknowledgment, alternate, owner: &owner)
    }
    guard let value = owner.unwrap(packet.tcp.acknowledgment) else {
      sender.trouble.implausibleSequences &+= 1
      events.add(.implausibleSequence, direction, value: Int64(packet.tcp.acknowledgment))
      return
    }
    if value > owner.high {
      takeUnseen(
        until: value,
        segment,
        direction: direction,
        sender: &sender,
        owner: &owner,
        &events
      )
    }
    let before = owner.acknowledged
    let hasNewSack = takeSack(
      packet,
      acknowledging: value,
      direction: direction,
      sender: &sender,
      owner: &owner,
      events: &events
    )
    if value > before {
      advance(
        to: value,
        packet,
        segment,
        direction: direction,
        owner: &owner,
        events: &events
      )
    } else if value == before {
      takeRepeatedAck(
        packet,
        segment,
        hasNewSack: hasNewSack,
        direction: direction,
        sender: &sender,
        owner: &owner,
        events: &events
      )
    }
  }

  /// Of two initial sequence numbers the one counts that the handshake's ACK names.
  private static func chooseBase(_ value: UInt32, _ alternate: UInt32, owner: inout TCPHalf) {
    owner.alternateBase = nil
    guard value == alternate &+ 1 else { return }
    owner.segments.release()
    owner.firstUnacked = 0
    owner.rebase(alternate, as: 0)
    owner.high = 1
  }

  /// The ACK covers bytes that the capture does not hold: they were lost by the capture, or are
  /// still to come in a capture that was taken out of order.
  private static func takeUnseen(
    until value: Int64,
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    owner: inout TCPHalf,
    _ events: inout TCPEvents
  ) {
    sender.trouble.acksOfUnseen &+= 1
    events.add(.ackOfUnseen, direction, sequence: owner.high, value: value &- owner.high)
    owner.open(
      Hole(
        start: owner.high,
        end: value,
        openerTime: segment.time,
        openerFrame: segment.frame,
        openerTimestamp: 0,
        openerIPID: 0,
        openerHasTimestamp: false
      )
    )
    owner.high = value
  }

  /// The ACK moves forward: measures round trips and closes a loss episode.
  private static func advance(
    to value: Int64,
    _ packet: borrowing PacketHeaders,
    _ segment: Segment,
    direction: FlowDirection,
    owner: inout TCPHalf,
    events: inout TCPEvents
  ) {
    let echo = packet.tcp.options.timestampEcho
    var echoed: Int64?
    var measured: SegmentRecord?
    var latestBefore = Int64.min
    var covered = 0
    while owner.firstUnacked < Int(owner.segments.count) {
      let index = owner.firstUnacked
      let end = owner.segments[index].end
      guard end <= value else { break }
      if owner.segments[index].marks.contains(.selectivelyAcked) {
        owner.sackedBytes -= Int64(owner.segments[index].length)
        owner.segments[index].marks.remove(.selectivelyAcked)
      }
      if echoed == nil, segment.hasTimestamp,
        owner.segments[index].marks.contains(.hasTimestamp),
        owner.segments[index].timestampValue == echo
      {
        echoed = owner.segments[index].firstTime
      }
      if end == value {
        measured = owner.segments[index]
      } else {
        latestBefore = max(latestBefore, owner.segments[index].lastTime)
      }
      if owner.segments[index].copies == 1 {
        owner.largestDelivered = max(owner.largestDelivered, owner.segments[index].length)
      }
      covered += 1
      owner.firstUnacked += 1
    }
    owner.acknowledged = value
    owner.duplicateAcks = 0
    owner.probedTail = false
    // Karn's rule, and tcptrace's: where anything before it was sent later, the receiver waited for
    // that, not for this segment.
    if let measured, measured.copies == 1, !measured.marks.contains(.counted),
      latestBefore <= measured.firstTime, owner.lastRepeat <= measured.firstTime
    {
      let sample = segment.time &- measured.firstTime
      let waited =
        covered == 1 && Int64(measured.length) < Int64(owner.maximumSegment)
        && owner.rtt.count > 0 && delayedAck.contains(sample &- owner.rtt.minimum)
      owner.rtt.add(
        sample,
        frame: segment.frame,
        delayedAckSuspect: waited,
        pureAckOf: segment.length == 0 ? covered : nil
      )
      events.samples.addRoundTrip(sample, at: segment.time)
    }
    if let echoed { owner.timestampRTT.add(segment.time &- echoed) }
    let path = segment.pathRTT
    noteProgress(sender: &owner, at: segment.time, pathRTT: path, direction.reversed, &events)
    if owner.recoveryPoint >= 0, value >= owner.recoveryPoint {
      owner.recoveryPoint = -1
      owner.timeoutStart = -1
    }
    if owner.inFlight == 0 { owner.idleSince = segment.time }
  }

  /// The same acknowledgment once more: duplicate ACK, answer to a keep-alive, or neither.
  private static func takeRepeatedAck(
    _ packet: borrowing PacketHeaders,
    _ segment: Segment,
    hasNewSack: Bool,
    direction: FlowDirection,
    sender: inout TCPHalf,
    owner: inout TCPHalf,
    events: inout TCPEvents
  ) {
    guard segment.length == 0, !sender.lastWasKeepAlive else { return }
    let isSameWindow = scaledWindow(packet, scale: sender.scale) == sender.window
    if owner.lastWasKeepAlive {
      guard isSameWindow, sender.window > 0, segment.start == sender.high else { return }
      sender.trouble.keepAliveAcks &+= 1
      events.add(.keepAliveAck, direction, sequence: owner.acknowledged)
      return
    }
    guard hasNewSack || (isSameWindow && owner.high > owner.acknowledged && sender.hasSent)
    else { return }
    owner.duplicateAcks &+= 1
    sender.trouble.duplicateAcks &+= 1
    events.add(
      .duplicateAck,
      direction,
      sequence: owner.acknowledged,
      value: Int64(owner.duplicateAcks)
    )
    if owner.duplicateAcks == 3 {
      owner.thirdDuplicateAck = segment.time
      sender.trouble.tripleDuplicateAcks &+= 1
      events.add(.tripleDuplicateAck, direction, sequence: owner.acknowledged)
    }
  }
}
