import Packets

/// The packet under analysis in the terms of its sender's sequence space.
struct Segment {
  let time: Int64
  let frame: UInt64
  let flags: TCPFlags
  /// Payload bytes.
  let payload: Int64
  /// Sequence space used: payload + SYN + FIN.
  let length: Int64
  /// First relative sequence number.
  let start: Int64
  let fingerprint: UInt32
  let timestampValue: UInt32
  let hasTimestamp: Bool
  let ipID: UInt16
  let payloadSum: UInt16
  /// Round-trip time of the whole path as known before this packet.
  let pathRTT: Int64?

  var end: Int64 { start &+ length }

  init(_ packet: borrowing PacketHeaders, start: Int64, pathRTT: Int64?) {
    time = packet.time.nanoseconds
    frame = packet.frame
    flags = packet.tcp.flags
    payload = Int64(packet.payloadLength)
    length = payload + (flags.contains(.syn) ? 1 : 0) + (flags.contains(.fin) ? 1 : 0)
    self.start = start
    fingerprint = packet.fingerprint
    timestampValue = packet.tcp.options.timestampValue
    hasTimestamp = packet.tcp.options.present.contains(.timestamps)
    ipID = packet.ipID
    payloadSum = packet.payloadSum
    self.pathRTT = pathRTT
  }

  /// A record of this segment as the first copy of its range.
  func record(marks: SegmentRecord.Marks = []) -> SegmentRecord {
    SegmentRecord(
      start: start,
      firstTime: time,
      lastTime: time,
      frame: frame,
      lastFrame: frame,
      length: UInt32(truncatingIfNeeded: length),
      timestampValue: timestampValue,
      fingerprint: fingerprint,
      ipID: ipID,
      lastIPID: ipID,
      payloadSum: payloadSum,
      marks: hasTimestamp ? marks.union(.hasTimestamp) : marks
    )
  }

  /// Whether this packet was sent before (-1) or after (1) another of its sender, judged by the
  /// timestamp option, else by a monotonic IP identification; 0 when neither tells.
  func order(
    timestamp: UInt32,
    hasTimestamp other: Bool,
    ipID otherID: UInt16,
    trend: IdentificationTrend
  )
    -> Int
  {
    if hasTimestamp, other, timestampValue != timestamp {
      return Int32(bitPattern: timestampValue &- timestamp) < 0 ? -1 : 1
    }
    if ipID != 0, otherID != 0, ipID != otherID, trend.isMonotonic {
      return IdentificationTrend.precedes(ipID, otherID) ? -1 : 1
    }
    return 0
  }
}
