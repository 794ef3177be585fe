import Packets

extension TCPConnection {
  /// Rules 8 to 11: bytes never seen, below the highest sequence number.
  static func takeFill(
    _ segment: Segment,
    direction: FlowDirection,
    sender: inout TCPHalf,
    events: inout TCPEvents
  ) {
    guard let hole = sender.fill(from: segment.start, to: segment.end) else { return }
    let verdict = judge(segment, filling: hole, sender: sender)
    sender.uniqueBytes &+= UInt64(clamping: segment.payload)
    let delay = max(0, segment.time &- hole.openerTime)
    switch verdict {
    case .reordered:
      sender.insert(segment.record(marks: .holeFill))
      sender.trouble.reordered &+= 1
      sender.trouble.maximumReorderTime = max(sender.trouble.maximumReorderTime, delay)
      sender.trouble.maximumReorderExtent = max(
        sender.trouble.maximumReorderExtent,
        hole.overtakers
      )
      report(.reordered, .inferred, segment, delay, hole, direction, &events)
    case .retransmissionOfUncaptured:
      sender.insert(segment.record(marks: [.holeFill, .counted]))
      retransmit(
        segment,
        bytes: segment.length,
        of: nil,
        opener: hole,
        evidence: .inferred,
        event: .retransmissionOfUncaptured,
        direction: direction,
        sender: &sender,
        events: &events
      )
    case .captureGapFill:
      sender.insert(segment.record(marks: .holeFill))
      sender.trouble.captureGapFills &+= 1
      report(.captureGapFill, .inferred, segment, delay, hole, direction, &events)
    default:
      sender.insert(segment.record(marks: .holeFill))
      sender.trouble.holeFillsUnknown &+= 1
      report(.holeFillUnknown, .unknown, segment, delay, hole, direction, &events)
    }
    sender.high = max(sender.high, segment.end)
    noteProgress(sender: &sender, at: segment.time, pathRTT: segment.pathRTT, direction, &events)
  }

  /// Which of rules 8 to 11 holds.
  private static func judge(
    _ segment: Segment,
    filling hole: Hole,
    sender: TCPHalf
  ) -> SegmentClass {
    let order = segment.order(
      timestamp: hole.openerTimestamp,
      hasTimestamp: hole.openerHasTimestamp,
      ipID: hole.openerIPID,
      trend: sender.identification
    )
    if order < 0 { return .reordered }
    let isAcknowledged = sender.acknowledged >= segment.end
    let delay = (segment.time &- hole.openerTime).span
    let rtt = segment.pathRTT
    // Sooner than 0.8 round trips; written so that absurd clocks cannot overflow.
    let isEarly = rtt.map { delay < $0 - $0 / 5 } ?? false
    if order > 0 {
      // Sent after the packet that showed the hole; sooner than a round trip no sender can know.
      return isEarly && !sender.identification.isMonotonic && !isAcknowledged
        ? .reordered : .retransmissionOfUncaptured
    }
    if isAcknowledged { return .captureGapFill }
    if isEarly { return .reordered }
    let isReported =
      (sender.acknowledged == hole.start && sender.duplicateAcks > 0)
      || sender.sackHigh >= hole.end
    if let rtt, delay >= rtt, isReported { return .retransmissionOfUncaptured }
    return .holeFillUnknown
  }

  private static func report(
    _ kind: FlowEventKind,
    _ evidence: Evidence,
    _ segment: Segment,
    _ delay: Int64,
    _ hole: Hole,
    _ direction: FlowDirection,
    _ events: inout TCPEvents
  ) {
    events.add(
      kind,
      direction,
      evidence: evidence,
      sequence: segment.start,
      length: UInt32(clamping: segment.length),
      value: delay,
      related: hole.openerFrame
    )
  }
}
