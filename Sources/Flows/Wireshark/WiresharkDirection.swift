import Packets

/// What Wireshark remembers of one side of a conversation: what that side sent.
///
/// A sequence number of 0 stands for "none yet", as in Wireshark; a connection that really passes
/// 0 is judged by the same accident.
struct WiresharkDirection {
  /// Where relative numbers start: the SYN's number, or one before the first number seen.
  var base: UInt32?
  /// The highest number that follows a captured segment, and the segment that set it.
  var next: UInt32 = 0
  var nextFrame: UInt64 = 0
  var nextTime = Timestamp(nanoseconds: 0)
  /// The highest number up to which no segment is missing.
  var contiguousEnd: UInt32 = 0

  /// The last packet's acknowledgment and window, as sent, and when that was.
  var acknowledgment: UInt32 = 0
  var acknowledgmentTime = Timestamp(nanoseconds: 0)
  var window = UInt32.max
  var windowScale = WindowScale.unknown
  /// A SYN was sent and no plain ACK since: until then the peer's windows are read unscaled.
  var awaitsFirstAck = false

  /// How often `acknowledgment` has been repeated; `UInt32.max` after it covered something that
  /// was not captured, a value that counts as many for `fast_retransmission`.
  var duplicateAcks: UInt32 = 0
  /// The frame that first sent `acknowledgment`.
  var newAckFrame: UInt64 = 0
  /// The flags of the last packet.
  var lastFlags: WiresharkFlags = []

  var unacknowledged = UnacknowledgedSegments()
  /// Off from a gap until the peer acknowledges something.
  var isFlightKnown = true
  /// Bytes in the SACK blocks of the last packet; the first three blocks only.
  var sackedBytes: UInt32 = 0
  /// Payload bytes since the segment with PSH, and whether that was the last one.
  var pushBytes: UInt32 = 0
  var endedWithPush = false

  /// `WiresharkHandshake.multipathKinds` as of this side's last packet.
  var multipathKinds: UInt8 = 0

  /// What is known of the window scale that a side announced.
  enum WindowScale: Equatable {
    case unknown
    /// One of the SYNs came without the option.
    case unused
    case shift(UInt8)
  }
}
