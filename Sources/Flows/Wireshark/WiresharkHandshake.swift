import Packets

/// What Wireshark keeps of a conversation's opening; a time or interval of 0 stands for "none".
struct WiresharkHandshake {
  /// When the most recent SYN was captured: a repeated one moves it.
  var lastSYN = Timestamp(nanoseconds: 0)
  /// Nanoseconds from `lastSYN` to the first packet with ACK and without SYN, from either side and
  /// also with RST, so that a refused connection has one.
  var initialRTT: Int64 = 0

  mutating func observe(_ segment: WiresharkSegment) {
    if segment.isOpening { lastSYN = segment.time }
    if segment.isPlainAck, lastSYN.nanoseconds != 0, initialRTT == 0 {
      initialRTT = segment.time.nanoseconds(since: lastSYN)
    }
  }
}
