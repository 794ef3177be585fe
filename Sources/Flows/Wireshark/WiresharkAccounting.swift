/// What the Wireshark-compatible mode holds, and what its limits turned away.
package struct WiresharkAccounting: Sendable {
  package let limits: WiresharkLimits
  /// Conversations numbered so far: the next `tcp.stream`.
  package private(set) var streams: UInt32 = 0
  /// Segments without an acknowledgment, over all conversations.
  package private(set) var segments = 0
  /// Segments that the limits did not let in; the rules judged them all the same.
  package private(set) var segmentsTurnedAway: UInt64 = 0
  /// Conversations that made room for others.
  ///
  /// Their next packets start a new stream, so from here
  /// on the verdicts may differ from Wireshark's.
  package private(set) var conversationsForgotten: UInt64 = 0

  init(limits: WiresharkLimits) { self.limits = limits }

  mutating func takeStream() -> UInt32 {
    defer { streams &+= 1 }
    return streams
  }

  /// Whether a direction that holds `held` segments may have one more.
  mutating func admitSegment(held: Int) -> Bool {
    guard held < limits.segmentsPerDirection, segments < limits.segments else {
      segmentsTurnedAway &+= 1
      return false
    }
    segments += 1
    return true
  }

  mutating func release(_ count: Int) { segments -= count }

  mutating func forget(_ conversation: borrowing WiresharkConversation) {
    release(conversation.segmentCount)
    conversationsForgotten &+= 1
  }
}
