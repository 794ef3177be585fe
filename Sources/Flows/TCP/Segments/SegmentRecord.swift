/// One captured range of a direction's sequence space, with what is known of its copies.
struct SegmentRecord: BitwiseCopyable {
  /// First sequence number, relative and unwrapped.
  var start: Int64
  /// When the first and the latest copy were captured, in nanoseconds.
  var firstTime: Int64
  var lastTime: Int64
  /// Frames of the first and the latest copy.
  var frame: UInt64
  var lastFrame: UInt64
  /// Sequence space used: payload + SYN + FIN.
  var length: UInt32
  /// TSval of the copy sent first, as far as known.
  var timestampValue: UInt32
  /// Fingerprint of the latest copy's header (see `PacketHeaders.fingerprint`).
  var fingerprint: UInt32
  /// IP identification of the copy sent first and of the latest copy.
  var ipID: UInt16
  var lastIPID: UInt16
  /// One's-complement sum of the first copy's payload.
  var payloadSum: UInt16
  var copies: UInt8 = 1
  var marks: Marks
  /// What made the sender send the latest copy, when that was a retransmission.
  var lastKind: RetransmissionKind = .other

  var end: Int64 { start &+ Int64(length) }

  /// What is known of a range.
  struct Marks: OptionSet, BitwiseCopyable {
    var rawValue: UInt8

    /// The receiver reported it by SACK.
    static let selectivelyAcked = Marks(rawValue: 1)
    /// `timestampValue` is valid.
    static let hasTimestamp = Marks(rawValue: 2)
    /// The first copy filled a hole.
    static let holeFill = Marks(rawValue: 4)
    /// The first copy counts as a retransmission.
    static let counted = Marks(rawValue: 8)
    /// A D-SACK or timestamp echo has confirmed a spurious retransmission of it.
    static let confirmedSpurious = Marks(rawValue: 16)
    /// The mirror delivered a second copy of its frame.
    static let mirrored = Marks(rawValue: 32)
  }
}
