import Packets

/// One side of a TCP connection: what it sent, what the other side acknowledged of it, and the
/// window it offers.
///
/// All sequence numbers are relative to the initial sequence number and unwrapped to 64 bits: the
/// SYN is 0 and the first data byte 1. Where no SYN was captured the first captured byte is 1.
struct TCPHalf {
  // MARK: Sequence space

  /// Wire value of relative sequence number 0.
  var base: UInt32 = 0
  /// The base before a SYN-ACK changed it; the acknowledgment decides which was meant.
  var alternateBase: UInt32?
  /// `base` is known (a packet of this side, or an ACK of the other side, was captured).
  var isBased = false
  /// A segment of this side was captured.
  var hasSent = false
  var sawSYN = false
  /// Highest relative sequence number used + 1.
  var high: Int64 = 0
  /// Highest relative acknowledgment of this side's data, captured so far.
  var acknowledged: Int64 = 0
  /// Relative sequence number after the FIN; -1 before one.
  var finEnd: Int64 = -1
  var state: TCPState = .closed

  // MARK: Segments

  /// Captured ranges in order of sequence; the acknowledged past is forgotten after a while.
  var segments = SlidingArray<SegmentRecord>()
  /// Index in `segments` of the first range that is not wholly acknowledged.
  var firstUnacked = 0
  var holes = SlidingArray<Hole>()
  /// Bytes above `acknowledged` that SACK has reported.
  var sackedBytes: Int64 = 0
  /// Highest SACKed edge.
  var sackHigh: Int64 = 0
  /// When bytes that were acknowledged already were last sent again.
  var lastRepeat: Int64 = .min

  // MARK: Loss recovery

  /// In a loss episode: it ends when this is acknowledged; -1 outside.
  var recoveryPoint: Int64 = -1
  /// Sequence number whose retransmission timeout the episode contains; -1 without.
  var timeoutStart: Int64 = -1
  /// A tail loss probe was seen since the last ACK progress.
  var probedTail = false
  /// When new data or ACK progress of this side was last captured.
  var lastProgress: Int64 = 0

  // MARK: Duplicate ACKs for this side's data

  var duplicateAcks: UInt32 = 0
  /// When the third duplicate ACK in a row was captured.
  var thirdDuplicateAck: Int64 = .min

  // MARK: The window this side offers

  var window: UInt32 = 0
  /// Right edge of the window, in the other side's relative sequence space.
  var windowEdge: Int64 = 0
  /// Shift as sent in this side's SYN; 255 when it carried none.
  var offeredScale: UInt8 = 255
  /// Shift in force.
  var scale: UInt8 = 0
  var isScaleKnown = false
  var zeroWindowSince: Int64 = .min
  var closedWindow = ClosedWindow()
  var minimumWindow: UInt32 = .max
  var maximumWindow: UInt32 = 0

  // MARK: What tells copies apart

  var identification = IdentificationTrend()
  var recent = RecentPackets()
  /// Latest TSval, for RFC 6191's test of a re-used 5-tuple.
  var lastTimestampValue: UInt32 = 0
  var hasTimestamps = false
  var lastWasKeepAlive = false
  /// A RST of this side was accepted.
  var sentReset = false
  var hopLimit: UInt8 = 0
  /// Packets with a good and with a bad checksum; both are halved when they no longer fit.
  var goodChecksums: UInt8 = 0
  var badChecksums: UInt8 = 0

  // MARK: Counters of the hot path

  var dataSegments: UInt64 = 0
  var uniqueBytes: UInt64 = 0
  var pushes: UInt32 = 0
  var syns: UInt16 = 0
  var fins: UInt16 = 0
  /// MSS option of this side's SYN; 0 without.
  var offeredSegment: UInt16 = 0
  var sackPermitted = false
  var maximumInFlight: Int64 = 0
  var initialWindowBytes: UInt32 = 0
  var maximumSegment: UInt32 = 0
  var firstData: Int64 = .min
  var lastData: Int64 = .min
  var lastDataFrame: UInt64 = 0
  var idleSince: Int64 = .min
  var applicationLimitedTime: Int64 = 0
  /// Since when no further full segment fits the other side's window; `.min` while one does.
  var windowFullSince: Int64 = .min
  var windowLimitedTime: Int64 = 0
  /// The largest segment that was acknowledged without having been sent again.
  var largestDelivered: UInt32 = 0
  var rate = RateMeter()
  var rtt = RTTMeter()
  var timestampRTT = IntervalStatistics()
  var dataInterArrival = IntervalStatistics()

  /// Counters of what clean connections do not have; taken from the heap at the first trouble.
  private var troubles: UnsafeMutablePointer<TCPDirectionSummary>?

  init() {}

  /// The rare counters, made on first use.
  var trouble: TCPDirectionSummary {
    _read {
      if let troubles {
        yield troubles.pointee
      } else {
        yield TCPDirectionSummary()
      }
    }
    _modify {
      let memory: UnsafeMutablePointer<TCPDirectionSummary>
      if let troubles {
        memory = troubles
      } else {
        memory = .allocate(capacity: 1)
        memory.initialize(to: TCPDirectionSummary())
        troubles = memory
      }
      yield &memory.pointee
    }
  }

  /// A copy of the rare counters; all zero before the first trouble.
  var troubleSoFar: TCPDirectionSummary { troubles?.pointee ?? TCPDirectionSummary() }

  /// Sum of the times in which loss kept this side's data from moving.
  var stallTimeSoFar: Int64 { troubles?.pointee.stallTime ?? 0 }

  /// Sum of the times in which this side's window was closed and opened again.
  var zeroWindowTimeSoFar: Int64 { troubles?.pointee.zeroWindowTime ?? 0 }

  /// Frees what the half holds outside itself.
  mutating func release() {
    segments.release()
    holes.release()
    rtt.release()
    troubles?.deallocate()
    troubles = nil
  }

  /// It has sent a SYN and nothing came back yet.
  var isAwaitingAnswer: Bool { state == .synSent }

  /// This side offers a window of 0.
  var isWindowClosed: Bool { window == 0 && zeroWindowSince != .min }

  /// Bytes sent and not acknowledged in any way.
  var inFlight: Int64 { max(0, high &- acknowledged &- sackedBytes) }
}
