/// A TCP segment on its way, with positions as 64-bit stream offsets (the SYN is at 0).
struct Segment {
  struct Flags: OptionSet {
    let rawValue: UInt8

    static let fin = Flags(rawValue: 0x01)
    static let syn = Flags(rawValue: 0x02)
    static let rst = Flags(rawValue: 0x04)
    static let psh = Flags(rawValue: 0x08)
    static let ack = Flags(rawValue: 0x10)
  }

  var side: Side
  var offset: UInt64
  /// Payload bytes.
  var length = 0
  var flags: Flags
  var acknowledgment: UInt64 = 0
  /// The receive window in bytes, as the options on the wire can say it.
  var window = 0
  var sack: [Range<UInt64>] = []
  /// Milliseconds.
  var timestampEcho: UInt32 = 0
  var timestampValue: UInt32 = 0
  var identification: UInt16 = 0
  var isRetransmission = false
  var isLostAfterTap = false

  /// Sequence numbers it takes.
  var extent: UInt64 {
    UInt64(length) + (flags.isDisjoint(with: [.syn, .fin]) ? 0 : 1)
  }

  var end: UInt64 { offset + extent }
}
