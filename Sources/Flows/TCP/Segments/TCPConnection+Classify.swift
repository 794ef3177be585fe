import Packets

extension TCPConnection {
  /// Puts a segment that uses sequence space into its class and updates the sender's ranges.
  ///
  /// The rules are numbered as in `docs/tcp-analysis.md`; rules 1 and 2 have been tried before.
  static func classify(
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    if segment.start >= sender.high {
      takeNew(segment, direction: direction, sender: &sender, events: &events)
      return
    }
    let seenEnd = min(segment.end, sender.high)
    let missing =
      sender.holes.isEmpty ? 0 : sender.missing(from: segment.start, to: seenEnd)
    let seen = seenEnd &- segment.start &- missing
    if seen == segment.length {
      takeRepeat(
        segment,
        direction: direction,
        sender: &sender,
        events: &events
      )
    } else if seen > 0 {
      takePartial(
        segment,
        seen: seen,
        direction: direction,
        sender: &sender,
        events: &events
      )
    } else {
      takeFill(segment, direction: direction, sender: &sender, events: &events)
    }
  }

  /// Rule 3: new bytes, perhaps beyond a hole.
  private static func takeNew(
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    if segment.start > sender.high {
      openHole(before: segment, direction: direction, sender: &sender, events: &events)
    } else if !sender.holes.isEmpty {
      countOvertaker(of: segment, in: &sender)
    }
    sender.append(segment.record())
    sender.high = segment.end
    sender.uniqueBytes &+= UInt64(segment.payload)
    noteProgress(sender: &sender, at: segment.time, pathRTT: segment.pathRTT, direction, &events)
  }

  /// What lies between the highest byte seen and `segment` has not been captured: a segment with
  /// data shows it, and so does a pure ACK by its sequence number.
  static func openHole(
    before segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    let size = segment.start &- sender.high
    sender.open(
      Hole(
        start: sender.high,
        end: segment.start,
        openerTime: segment.time,
        openerFrame: segment.frame,
        openerTimestamp: segment.timestampValue,
        openerIPID: segment.ipID,
        openerHasTimestamp: segment.hasTimestamp
      )
    )
    events.add(.gap, direction, sequence: sender.high, value: size)
    sender.high = segment.start
  }

  private static func countOvertaker(of segment: Segment, in sender: inout TCPHalf) {
    for index in 0..<Int(sender.holes.count) { sender.holes[index].overtakers &+= 1 }
  }

  /// Rules 4, 6 and 7: every byte had been captured before.
  private static func takeRepeat(
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    let index = sender.firstRange(endingAfter: segment.start)
    guard index < Int(sender.segments.count), sender.segments[index].start <= segment.start else {
      // The range was acknowledged long ago and is forgotten: a needless retransmission.
      retransmit(
        segment,
        bytes: segment.length,
        of: nil,
        evidence: .proven,
        event: .retransmission,
        direction: direction,
        sender: &sender,
        events: &events
      )
      return
    }
    let earlier = sender.segments[index]
    if earlier.start == segment.start, Int64(earlier.length) == segment.length,
      earlier.payloadSum != segment.payloadSum, earlier.payloadSum != 0, segment.payloadSum != 0
    {
      sender.trouble.inconsistentOverlaps &+= 1
      events.add(.inconsistentOverlap, direction, sequence: segment.start, related: earlier.frame)
    }
    let order = segment.order(
      timestamp: earlier.timestampValue,
      hasTimestamp: earlier.marks.contains(.hasTimestamp),
      ipID: earlier.ipID,
      trend: sender.identification
    )
    if order < 0 {
      takeLateOriginal(segment, at: index, direction: direction, sender: &sender, events: &events)
    } else if order == 0, earlier.marks.contains(.holeFill) {
      if !earlier.marks.contains(.counted) {
        sender.trouble.ambiguousCopies &+= 1
        events.samples.addRetransmission()
      }
      mark(segment, in: &sender, counted: true, kind: .other)
      events.add(
        .secondCopyAmbiguous,
        direction,
        evidence: .unknown,
        sequence: segment.start,
        length: UInt32(clamping: segment.length),
        value: segment.time &- earlier.firstTime,
        related: earlier.frame
      )
    } else {
      retransmit(
        segment,
        bytes: segment.length,
        of: earlier,
        evidence: .proven,
        event: .retransmission,
        direction: direction,
        sender: &sender,
        events: &events
      )
    }
  }

  /// Rule 6: the original comes after its retransmission.
  private static func takeLateOriginal(
    _ segment: Segment,
    at index: Int,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    let earlier = sender.segments[index]
    sender.trouble.lateOriginals &+= 1
    if !earlier.marks.contains(.counted) {
      // The copy seen first was the retransmission.
      sender.trouble.retransmissionsInferred &+= 1
      events.samples.addRetransmission()
      sender.trouble.otherRetransmissions &+= 1
      sender.trouble.retransmittedBytes &+= UInt64(clamping: segment.payload)
      if earlier.marks.contains(.holeFill), sender.trouble.reordered > 0 {
        sender.trouble.reordered &-= 1
      }
      events.add(
        .reclassified,
        direction,
        evidence: .inferred,
        retransmission: .other,
        sequence: segment.start,
        length: UInt32(clamping: segment.length),
        value: Int64(SegmentClass.retransmissionOfUncaptured.rawValue),
        related: earlier.frame
      )
    }
    sender.segments[index].marks.insert(.counted)
    sender.segments[index].copies = earlier.copies == .max ? .max : earlier.copies + 1
    sender.segments[index].timestampValue = segment.timestampValue
    sender.segments[index].ipID = segment.ipID
    sender.segments[index].lastTime = segment.time
    sender.segments[index].lastFrame = segment.frame
    sender.segments[index].fingerprint = segment.fingerprint
    sender.segments[index].lastIPID = segment.ipID
    noteRepeat(of: segment, in: &sender)
    events.add(
      .lateOriginal,
      direction,
      evidence: .inferred,
      sequence: segment.start,
      length: UInt32(clamping: segment.length),
      value: segment.time &- earlier.firstTime,
      related: earlier.frame
    )
  }

  /// Rule 5: some bytes are new (repacketised).
  private static func takePartial(
    _ segment: Segment,
    seen: Int64,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    let index = sender.firstRange(endingAfter: segment.start)
    let earlier = index < Int(sender.segments.count) ? sender.segments[index] : nil
    retransmit(
      segment,
      bytes: seen,
      of: earlier,
      evidence: .proven,
      event: .retransmissionPartial,
      direction: direction,
      sender: &sender,
      events: &events
    )
    _ = sender.fill(from: segment.start, to: segment.end)
    sender.uniqueBytes &+= UInt64(clamping: min(segment.payload, segment.length &- seen))
    if segment.end > sender.high {
      var rest = segment.record(marks: .counted)
      rest.start = sender.high
      rest.length = UInt32(clamping: segment.end &- sender.high)
      sender.append(rest)
      sender.high = segment.end
    }
  }

  /// Marks every recorded range that `segment` repeats.
  static func mark(
    _ segment: Segment,
    in sender: inout TCPHalf,
    counted: Bool,
    kind: RetransmissionKind
  ) {
    var index = sender.firstRange(endingAfter: segment.start)
    while index < Int(sender.segments.count), sender.segments[index].start < segment.end {
      let copies = sender.segments[index].copies
      sender.segments[index].copies = copies == .max ? .max : copies + 1
      sender.segments[index].lastTime = segment.time
      sender.segments[index].lastFrame = segment.frame
      sender.segments[index].fingerprint = segment.fingerprint
      sender.segments[index].lastIPID = segment.ipID
      sender.segments[index].lastKind = kind
      if counted { sender.segments[index].marks.insert(.counted) }
      index += 1
    }
    noteRepeat(of: segment, in: &sender)
  }

  /// Remembers that acknowledged bytes were sent again: no round trip may be measured across this
  /// moment (Karn's rule); for unacknowledged ones their record tells.
  static func noteRepeat(of segment: Segment, in sender: inout TCPHalf) {
    if segment.start < sender.acknowledged { sender.lastRepeat = segment.time }
  }
}
