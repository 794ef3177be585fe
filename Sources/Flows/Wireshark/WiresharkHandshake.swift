import Packets

/// What Wireshark keeps of a conversation as a whole, most of it from the opening.
///
/// A time or interval of 0 stands for "none".
struct WiresharkHandshake {
  /// When the most recent SYN was captured: a repeated one moves it.
  var lastSYN = Timestamp(nanoseconds: 0)
  /// Nanoseconds from `lastSYN` to the first packet with ACK and without SYN, from either side and
  /// also with RST, so that a refused connection has one.
  var initialRTT: Int64 = 0

  /// The kinds of Multipath TCP options seen so far, bit by subtype; `nil` outside Multipath TCP.
  ///
  /// Wireshark keeps them for all subflows together; here each subflow has its own.
  var multipathKinds: UInt8?

  /// Adds the kinds of a packet, after the packet was judged.
  mutating func observe(_ options: TCPOptions) {
    guard options.present.contains(.multipath), options.multipathSubtypes != 0 else { return }
    let kinds = UInt8(truncatingIfNeeded: options.multipathSubtypes)
    multipathKinds = (multipathKinds ?? 0) | kinds
  }

  mutating func observe(_ segment: WiresharkSegment) {
    if segment.isOpening { lastSYN = segment.time }
    if segment.isPlainAck, lastSYN.nanoseconds != 0, initialRTT == 0 {
      initialRTT = segment.time.nanoseconds(since: lastSYN)
    }
  }
}
