import Packets

extension TCPConnection {
  /// Longer gaps between data segments separate bursts; their spacing is not network jitter.
  private static let burstGap: Int64 = 200_000_000

  /// Counts a data segment's bytes and times.
  static func meter(_ segment: Segment, sender: inout TCPHalf, peerWindow: UInt32) {
    sender.dataSegments &+= 1
    sender.maximumSegment = max(sender.maximumSegment, UInt32(truncatingIfNeeded: segment.payload))
    sender.rate.add(UInt64(segment.payload), at: segment.time)
    if sender.firstData == .min {
      sender.firstData = segment.time
    } else {
      let gap = segment.time &- sender.lastData
      if gap >= 0, gap <= burstGap { sender.dataInterArrival.add(gap) }
    }
    sender.lastData = segment.time
    sender.lastDataFrame = segment.frame
    if sender.windowFullSince != .min {
      sender.windowLimitedTime.addClamped(max(0, segment.time &- sender.windowFullSince))
      sender.windowFullSince = .min
    }
    if sender.idleSince != .min {
      if peerWindow > 0 {
        sender.applicationLimitedTime.addClamped(max(0, segment.time &- sender.idleSince))
      }
      sender.idleSince = .min
    }
    if sender.acknowledged <= 1 {
      sender.initialWindowBytes &+= UInt32(truncatingIfNeeded: segment.payload)
    }
  }
}
