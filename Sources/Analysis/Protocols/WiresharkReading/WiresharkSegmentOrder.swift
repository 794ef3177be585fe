import Packets

/// How Wireshark sees a segment among those of its connection, as far as it decides whether the
/// segment is dissected (docs/wireshark-compatibility.md has the rules).
enum WiresharkSegmentNovelty {
  /// New bytes, or bytes beyond a gap.
  case new
  /// One byte that was sent before.
  case keepAlive
  /// Below the highest number, too soon for a retransmission.
  case outOfOrder
  /// Sent again, and shown without its content.
  case repeated
  /// Sent again, but dissected anew: asked for by duplicate acknowledgments, or, where the capture
  /// has not all of it, acknowledged before.
  case again
}

/// What one side of a connection has sent, in raw sequence numbers.
struct WiresharkSegmentOrder: Sendable {
  private var isKnown = false
  private var next: UInt32 = 0
  private var nextTime: Int64 = 0
  private var hasAcknowledged = false
  private var acknowledgment: UInt32 = 0
  private var window: UInt16 = 0
  private var duplicates: UInt32 = 0
  private var lastTime: Int64 = 0

  /// Judges a segment before it is noted.
  func novelty(
    of packet: borrowing PacketHeaders,
    peer: WiresharkSegmentOrder,
    roundTrip: Int64
  ) -> WiresharkSegmentNovelty {
    let sequence = packet.tcp.sequence
    let length = packet.payloadLength
    guard isKnown, Self.isBefore(sequence, next) else { return .new }
    if sequence == next &- 1 { return length <= 1 ? .keepAlive : .new }
    let end = sequence &+ length
    let now = packet.time.nanoseconds
    if peer.hasAcknowledged, !Self.isBefore(peer.acknowledgment, end) {
      return packet.payloadCaptured < length ? .again : .repeated
    }
    if peer.duplicates >= 2, peer.acknowledgment == sequence,
      now &- peer.lastTime < 20_000_000
    {
      return .again
    }
    if end != next, now &- nextTime < roundTrip { return .outOfOrder }
    return .repeated
  }

  /// Notes a segment.
  mutating func note(_ packet: borrowing PacketHeaders) {
    let tcp = packet.tcp
    let now = packet.time.nanoseconds
    let isControl = !tcp.flags.isDisjoint(with: [.syn, .fin, .rst])
    let isDuplicate =
      packet.payloadLength == 0 && !isControl && hasAcknowledged && isKnown
      && tcp.sequence == next && tcp.acknowledgment == acknowledgment && tcp.window == window
      && tcp.window != 0
    if tcp.acknowledgment != acknowledgment {
      duplicates = 0
    } else if isDuplicate {
      duplicates &+= 1
    }
    var end = tcp.sequence &+ packet.payloadLength
    if !tcp.flags.isDisjoint(with: [.syn, .fin]) { end &+= 1 }
    let isOpening = tcp.flags.contains(.syn) && !tcp.flags.contains(.ack)
    if isOpening || !isKnown || Self.isBefore(next, end) {
      next = end
      nextTime = now
      isKnown = true
    }
    if tcp.flags.contains(.ack) {
      acknowledgment = tcp.acknowledgment
      hasAcknowledged = true
    }
    window = tcp.window
    lastTime = now
  }

  /// Whether a number comes before another one, around the end of the numbers (RFC 9293 §3.4).
  static func isBefore(_ one: UInt32, _ other: UInt32) -> Bool {
    Int32(bitPattern: one &- other) < 0
  }
}
