import Packets

extension TCPConnection {
  /// The order in which a segment is looked at: number it, put copies aside, then resets, segment
  /// class, acknowledgment, window, states.
  static func receive(
    _ packet: borrowing PacketHeaders,
    _ direction: FlowDirection,
    sender: inout TCPHalf,
    receiver: inout TCPHalf,
    progress: inout ConnectionProgress,
    events: inout TCPEvents
  ) {
    if isDamaged(packet, sender: &sender, maximumSegment: receiver.offeredSegment) {
      events.add(.badChecksum, direction)
      return
    }
    let flags = packet.tcp.flags
    let rtt = progress.pathRTT(sender.rtt.smallest, receiver.rtt.smallest)
    if flags.contains(.rst) {
      reset(packet, direction, rtt, sender: &sender, receiver: &receiver, &progress, &events)
      return
    }
    number(packet, direction, sender: &sender, &events)
    if !sender.sawSYN, !receiver.sawSYN { progress.isPartial = true }
    guard let start = sender.unwrap(packet.tcp.sequence) else {
      sender.trouble.implausibleSequences &+= 1
      events.add(.implausibleSequence, direction, value: Int64(packet.tcp.sequence))
      return
    }
    let segment = Segment(packet, start: start, pathRTT: rtt)
    if isDuplicateFrame(segment, sender: &sender) {
      sender.trouble.duplicateFrames &+= 1
      events.add(
        .duplicateFrame,
        direction,
        sequence: start,
        length: UInt32(clamping: segment.length)
      )
      return
    }
    noteSent(packet, segment, &sender)
    if sender.sentReset, segment.length > 0 {
      progress.resetsSuspicious &+= 1
      events.add(.dataAfterReset, direction, sequence: start)
    }
    sender.lastWasKeepAlive = false
    let isProbe = takeKeepAlive(
      segment,
      direction,
      sender: &sender,
      isWindowClosed: receiver.isWindowClosed,
      events: &events
    )
    if receiver.zeroWindowSince != .min || receiver.closedWindow.opened != .min,
      isProbe || segment.payload > 0, segment.end > sender.acknowledged || isProbe
    {
      takeAwaited(segment, by: &receiver)
    }
    if !isProbe, segment.length > 0 {
      if segment.payload > 0, mayTurn(segment, direction, sender: sender, progress.turns) {
        turn(segment, direction, sender: sender, receiver: receiver, &progress)
      }
      takeData(segment, direction, sender: &sender, peerWindow: receiver.window, events: &events)
    } else if segment.start > sender.high {
      openHole(before: segment, direction: direction, sender: &sender, events: &events)
    }
    let acknowledgedBefore = receiver.acknowledged
    if flags.contains(.ack) {
      acknowledge(
        packet,
        segment,
        direction: direction,
        sender: &sender,
        owner: &receiver,
        events: &events
      )
    }
    followWindow(
      packet,
      segment,
      direction: direction,
      sender: &sender,
      acknowledged: receiver.acknowledged,
      acknowledgedBefore: acknowledgedBefore,
      events: &events
    )
    if receiver.windowFullSince != .min {
      openFullWindow(at: segment.time, owner: &receiver, window: sender.window)
    }
    settle(segment, direction, sender: &sender, receiver: &receiver, &progress, &events)
    sender.hasSent = true
    sender.identification.add(packet.ipID)
  }

  /// A packet whose checksum is wrong where nearly all of this sender's others are right was damaged
  /// on the way: its receiver dropped it, so analysis does too.
  ///
  /// A segment above the receiver's MSS was put together by the capturing host's adapter, which
  /// leaves the checksum of a part; a host with many wrong ones is such a host as well.
  private static func isDamaged(
    _ packet: borrowing PacketHeaders,
    sender: inout TCPHalf,
    maximumSegment: UInt16
  ) -> Bool {
    switch packet.transportChecksum {
    case .good:
      if sender.goodChecksums == .max {
        sender.goodChecksums /= 2
        sender.badChecksums /= 2
      }
      sender.goodChecksums += 1
      return false
    case .bad:
      if sender.badChecksums < .max { sender.badChecksums += 1 }
      let largest = maximumSegment > 0 ? UInt32(maximumSegment) : .max
      let isCoalesced = packet.payloadLength > largest
      return !isCoalesced && Int(sender.badChecksums) * 8 <= Int(sender.goodChecksums)
    default:
      return false
    }
  }

  /// Gives `sender` a base for relative sequence numbers when it has none.
  private static func number(
    _ packet: borrowing PacketHeaders,
    _ direction: FlowDirection,
    sender: inout TCPHalf,
    _ events: inout TCPEvents
  ) {
    let sequence = packet.tcp.sequence
    if packet.tcp.flags.contains(.syn) {
      if !sender.isBased {
        sender.rebase(sequence, as: 0)
      } else if sender.sawSYN, sequence != sender.base, sender.acknowledged < 1 {
        // A SYN-ACK with another initial sequence number before the handshake is done: the one that
        // the originator acknowledges counts.
        events.add(.synAckChanged, direction, value: Int64(sequence))
        sender.alternateBase = sender.base
        sender.segments.release()
        sender.holes.release()
        sender.firstUnacked = 0
        sender.rebase(sequence, as: 0)
      }
      sender.sawSYN = true
      return
    }
    if !sender.isBased {
      sender.rebase(sequence, as: 1)
      openPast(packet, sender: &sender)
    } else if !sender.hasSent, !sender.sawSYN {
      // Only acknowledgments told of this side so far: nothing before this packet was captured.
      openPast(packet, sender: &sender)
    }
  }

  /// What lies before the first captured packet of a side is a hole that the capture's start made.
  private static func openPast(_ packet: borrowing PacketHeaders, sender: inout TCPHalf) {
    guard let start = sender.unwrap(packet.tcp.sequence) else { return }
    sender.open(
      Hole(
        start: start - (1 << 30),
        end: start,
        openerTime: packet.time.nanoseconds,
        openerFrame: packet.frame,
        openerTimestamp: packet.tcp.options.timestampValue,
        openerIPID: packet.ipID,
        openerHasTimestamp: packet.tcp.options.present.contains(.timestamps),
        isBeforeCapture: true
      )
    )
    sender.high = start
    sender.acknowledged = min(sender.acknowledged, start)
  }

  private static func noteSent(
    _ packet: borrowing PacketHeaders,
    _ segment: Segment,
    _ sender: inout TCPHalf
  ) {
    sender.hopLimit = packet.hopLimit
    if segment.hasTimestamp {
      sender.lastTimestampValue = segment.timestampValue
      sender.hasTimestamps = true
    }
    if segment.flags.contains(.psh) { sender.pushes &+= 1 }
    if !segment.flags.isDisjoint(with: [.syn, .fin, .urg, .ece, .cwr]) {
      noteFlags(packet, segment.flags, &sender)
    }
  }

  private static func noteFlags(
    _ packet: borrowing PacketHeaders,
    _ flags: TCPFlags,
    _ sender: inout TCPHalf
  ) {
    if flags.contains(.urg) { sender.trouble.urgents &+= 1 }
    if flags.contains(.fin), sender.fins < .max { sender.fins += 1 }
    guard flags.contains(.syn) else {
      if flags.contains(.ece) { sender.trouble.ecnEchoes &+= 1 }
      if flags.contains(.cwr) { sender.trouble.congestionWindowReduced &+= 1 }
      return
    }
    if sender.syns < .max { sender.syns += 1 }
    let options = packet.tcp.options
    sender.offeredScale =
      options.present.contains(.windowScale) ? min(options.windowScale, 254) : 255
    sender.sackPermitted = options.present.contains(.sackPermitted)
    sender.offeredSegment =
      options.present.contains(.maximumSegmentSize) ? options.maximumSegmentSize : 0
  }

  /// Rule 2: keep-alives and probes of a closed window.
  private static func takeKeepAlive(
    _ segment: Segment,
    _ direction: FlowDirection,
    sender: inout TCPHalf,
    isWindowClosed: Bool,
    events: inout TCPEvents
  ) -> Bool {
    guard segment.payload <= 1, sender.hasSent,
      segment.flags.isDisjoint(with: [.syn, .fin, .rst]), sender.finEnd < 0
    else { return false }
    if segment.start == sender.high - 1,
      segment.payload == 0 || sender.acknowledged == sender.high || isWindowClosed
    {
      if isWindowClosed {
        sender.trouble.windowProbes &+= 1
        events.add(.windowProbe, direction, sequence: segment.start)
      } else {
        sender.lastWasKeepAlive = true
        sender.trouble.keepAlives &+= 1
        events.add(.keepAlive, direction, sequence: segment.start)
      }
      return true
    }
    if isWindowClosed, segment.payload == 1, segment.start == sender.high {
      sender.trouble.windowProbes &+= 1
      events.add(.windowProbe, direction, sequence: segment.start)
      return true
    }
    return false
  }

  private static func takeData(
    _ segment: Segment,
    _ direction: FlowDirection,
    sender: inout TCPHalf,
    peerWindow: UInt32,
    events: inout TCPEvents
  ) {
    if segment.payload > 0 { meter(segment, sender: &sender, peerWindow: peerWindow) }
    classify(segment, direction: direction, sender: &sender, events: &events)
    if segment.flags.contains(.fin) { sender.finEnd = max(sender.finEnd, segment.end) }
    sender.maximumInFlight = max(sender.maximumInFlight, sender.inFlight)
    checkWindowFull(
      segment,
      direction: direction,
      sender: &sender,
      peerWindow: peerWindow,
      events: &events
    )
  }

  private static func settle(
    _ segment: Segment,
    _ direction: FlowDirection,
    sender: inout TCPHalf,
    receiver: inout TCPHalf,
    _ progress: inout ConnectionProgress,
    _ events: inout TCPEvents
  ) {
    if segment.flags.contains(.syn) { settleScales(&sender, &receiver) }
    if moveStates(segment, sender: &sender, receiver: &receiver) {
      progress.isSimultaneousOpen = true
      events.add(.simultaneousOpen, direction)
    }
    progress.follow(segment, direction: direction, acknowledging: receiver.acknowledged)
    if progress.closedAt == .min, sender.state.isEnd, receiver.state.isEnd {
      progress.closedAt = segment.time
    }
    guard !segment.flags.isDisjoint(with: [.syn, .fin]) else { return }
    if segment.flags.contains(.syn) { progress.followECN(segment.flags) }
    if segment.flags.contains(.fin) { progress.turns.close(at: segment.time) }
  }
}
