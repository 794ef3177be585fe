/// The sending half of one end: what is unacknowledged, how much more may follow (RFC 5681, 6675).
struct TCPSender {
  /// A sequence range sent and not yet acknowledged.
  struct Outstanding {
    let offset: UInt64
    let length: Int
    let flags: Segment.Flags
    var sentAt: UInt64
    var passedTap = false
    var isSacked = false
    var isLost = false
    var wasRetransmitted = false

    var end: UInt64 {
      offset + UInt64(length) + (flags.isDisjoint(with: [.syn, .fin]) ? 0 : 1)
    }
  }

  var stream = OutgoingStream()
  var outstanding: [Outstanding] = []
  var unacknowledged: UInt64 = 0
  var next: UInt64 = 0
  /// The highest offset that a segment at the capture point has shown.
  var highestAtTap: UInt64 = 0
  var peerWindow = 0
  var congestionWindow: Int
  var slowStartThreshold = Int.max
  var duplicateAcks = 0
  var recoveryPoint: UInt64?
  var smoothedRTT: UInt64?
  var backoff: UInt64 = 1
  var retries = 0
  /// When the retransmission timer is due; nil when it is off.
  var deadline: UInt64?
  /// When the timer event on its way arrives; later ones than this are stale.
  var timerEventAt: UInt64?
  var isPersistScheduled = false
  var wantsToClose = false
  var hasSentFIN = false
  /// Sequence-consuming segments put on the path.
  var transmissions = 0
  /// When the link to the other end is free again.
  var linkFreeAt: UInt64 = 0

  init(payloadLimit: Int) {
    congestionWindow = 10 * payloadLimit
  }

  /// The retransmission time-out: RFC 6298 with Linux's minimum of 200 ms.
  var timeout: UInt64 {
    guard let smoothedRTT else { return 1_000_000_000 * backoff }
    return max(200_000_000, 2 * smoothedRTT + 40_000_000) * backoff
  }

  /// Bytes believed to be on the path (RFC 6675 §4, `pipe`).
  var inFlight: Int {
    guard recoveryPoint != nil else { return Int(next - unacknowledged) }
    return outstanding.reduce(0) { total, item in
      item.isSacked || item.isLost ? total : total + item.length
    }
  }

  func index(ofOffset offset: UInt64) -> Int? {
    var low = 0
    var high = outstanding.count
    while low < high {
      let middle = (low + high) / 2
      if outstanding[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low < outstanding.count && outstanding[low].offset == offset ? low : nil
  }

  mutating func noteRTT(_ sample: UInt64) {
    smoothedRTT = smoothedRTT.map { ($0 * 7 + sample) / 8 } ?? sample
  }

  /// Marks what the blocks cover, and as lost what three segments' worth above it cover.
  mutating func applySACK(_ blocks: [Range<UInt64>], payloadLimit: Int) {
    guard let highest = blocks.map(\.upperBound).max() else { return }
    for index in outstanding.indices {
      let item = outstanding[index]
      if blocks.contains(where: { $0.lowerBound <= item.offset && item.end <= $0.upperBound }) {
        outstanding[index].isSacked = true
        outstanding[index].isLost = false
      } else if !item.isSacked, !item.wasRetransmitted, recoveryPoint != nil,
        item.end + UInt64(2 * payloadLimit) < highest
      {
        outstanding[index].isLost = true
      }
    }
  }
}
