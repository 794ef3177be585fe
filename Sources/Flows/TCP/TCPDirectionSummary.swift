/// What one side of a TCP connection sent, and how it went.
///
/// Counts are of segments unless they say bytes; durations are nanoseconds.
@usableFromInline package struct TCPDirectionSummary: Sendable {
  // MARK: What was negotiated
  /// Initial sequence number, when the SYN or SYN-ACK was captured.
  package var initialSequence: UInt32?
  package var maximumSegmentSize: UInt16?
  /// Window scale in force (≤ 14), when both SYNs carried it.
  package var windowScale: UInt8?
  /// The shift that its SYN offered, in use or not, at most 254; more than 14 is none (RFC 7323 §2.3).
  package var offeredWindowScale: UInt8?
  package var sackPermitted = false
  package var timestamps = false
  package var finalState: TCPState = .closed

  // MARK: Segments by class
  package var dataSegments: UInt64 = 0
  package var retransmissions: UInt64 = 0
  package var retransmissionsPartial: UInt64 = 0
  package var retransmissionsInferred: UInt64 = 0
  package var ambiguousCopies: UInt64 = 0
  package var reordered: UInt64 = 0
  package var lateOriginals: UInt64 = 0
  package var holeFillsUnknown: UInt64 = 0
  package var captureGapFills: UInt64 = 0
  package var duplicateFrames: UInt64 = 0
  package var keepAlives: UInt64 = 0
  package var windowProbes: UInt64 = 0

  // MARK: Retransmissions by kind
  package var spurious: UInt64 = 0
  package var fast: UInt64 = 0
  package var tailLossProbes: UInt64 = 0
  package var timeouts: UInt64 = 0
  package var slowStart: UInt64 = 0
  package var otherRetransmissions: UInt64 = 0
  /// Retransmissions of what had been sent again before, and not in vain: further tries, not further
  /// segments.
  package var furtherTries: UInt64 = 0
  /// SYNs (or SYN-ACKs) sent again; part of the retransmissions.
  package var synRetransmissions: UInt64 = 0
  /// Loss episodes (each from a first retransmission to the acknowledgment of all that was sent
  /// before it), and the time in which nothing moved.
  package var lossEpisodes: UInt64 = 0
  package var stallTime: Int64 = 0
  /// Longest time from a hole's opening to its reordered fill, and most segments overtaken.
  package var maximumReorderTime: Int64 = 0
  package var maximumReorderExtent: UInt32 = 0

  // MARK: Acknowledgments this side sent
  package var duplicateAcks: UInt64 = 0
  package var tripleDuplicateAcks: UInt64 = 0
  package var selectiveAcks: UInt64 = 0
  package var dSacks: UInt64 = 0
  /// ACKs of data that the capture does not hold.
  package var acksOfUnseen: UInt64 = 0
  package var keepAliveAcks: UInt64 = 0

  // MARK: The window this side offered
  package var zeroWindows: UInt64 = 0
  package var zeroWindowTime: Int64 = 0
  /// The part of it in which the other side had something to send: from its first probe on, or all
  /// where it sent as soon as the window opened.
  package var zeroWindowWait: Int64 = 0
  package var windowUpdates: UInt64 = 0
  package var windowShrinks: UInt64 = 0
  /// Segments of this side that filled the other's window.
  package var windowFull: UInt64 = 0
  /// Smallest and largest window offered after the handshake, scaled where the scale is known.
  package var minimumWindow: UInt32?
  package var maximumWindow: UInt32?

  // MARK: Flags
  package var syns: UInt32 = 0
  package var fins: UInt32 = 0
  package var resets: UInt32 = 0
  package var pushes: UInt64 = 0
  package var urgents: UInt32 = 0
  /// ECE and CWR flags after the handshake (RFC 3168).
  package var ecnEchoes: UInt64 = 0
  package var congestionWindowReduced: UInt64 = 0

  // MARK: Bytes (sequence space without SYN and FIN)
  /// Distinct payload bytes captured.
  package var uniqueBytes: UInt64 = 0
  package var retransmittedBytes: UInt64 = 0
  /// Acknowledged by the other side but never captured.
  package var missedBytes: UInt64 = 0
  /// Acknowledged by the other side.
  package var ackedBytes: UInt64 = 0
  /// Payload bytes by sequence numbers from the first to the last seen, holes included, as Zeek; 0
  /// for a side of which nothing was captured.
  package var sequenceBytes: UInt64 = 0
  package var inconsistentOverlaps: UInt32 = 0
  package var implausibleSequences: UInt32 = 0

  // MARK: Rates and times
  package var maximumInFlight: UInt64 = 0
  package var initialWindowBytes: UInt32 = 0
  package var firstData: Int64?
  package var lastData: Int64?
  /// Most payload bytes within one 100 ms and one 1 s bin.
  package var peakBytes100ms: UInt64 = 0
  package var peakBytes1s: UInt64 = 0
  /// Time with nothing in flight while the peer's window was open, between first and last data.
  package var applicationLimitedTime: Int64 = 0
  /// Time in which no further full segment fitted the other side's window, from the first data to
  /// the acknowledgment of the last.
  package var windowLimitedTime: Int64 = 0
  /// Bytes of the largest segment that was acknowledged without having been sent again.
  package var largestDelivered: UInt32 = 0
  /// How long this side took to speak after the other had.
  package var replies = ReplyTimes()
  package var rtt = RTTStatistics()
  /// Round trips by the timestamp option (RFC 7323 §4), retransmitted data included.
  package var timestampRTT = IntervalStatistics()
  /// Spacing of data segments inside bursts.
  package var dataInterArrival = IntervalStatistics()

  package init() {}

  /// Retransmissions by the headline rule: proven + inferred (an ambiguous pair counts one).
  package var headlineRetransmissions: UInt64 {
    retransmissions + retransmissionsPartial + retransmissionsInferred + ambiguousCopies
  }

  /// Payload bits a second between first and last data segment; `nil` without a span of time.
  ///
  /// Bytes sent again count, a mirror's copies do not.
  package var throughput: UInt64? { rate(of: uniqueBytes &+ retransmittedBytes) }

  /// Distinct payload bits a second that the other side acknowledged, over the same span.
  package var goodput: UInt64? { rate(of: ackedBytes &- min(ackedBytes, missedBytes)) }

  private func rate(of bytes: UInt64) -> UInt64? {
    guard let dataTime else { return nil }
    let bits = Double(bytes) * 8 * 1e9 / Double(dataTime)
    return UInt64(exactly: bits.rounded())
  }

  /// Nanoseconds from first to last data segment, or `nil` when there is no such span.
  package var dataTime: Int64? {
    guard let firstData, let lastData, lastData > firstData else { return nil }
    return lastData &- firstData
  }
}
