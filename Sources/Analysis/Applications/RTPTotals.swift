import Dissection

/// Media streams.
package struct RTPTotals: Mergeable {
  package private(set) var streams: UInt64 = 0
  package private(set) var packets: UInt64 = 0
  /// Packets that the sequence numbers say were sent.
  package private(set) var expected: UInt64 = 0
  package private(set) var lost: UInt64 = 0
  package private(set) var reordered: UInt64 = 0
  package private(set) var duplicates: UInt64 = 0
  /// The mean jitter of each stream whose clock rate is known.
  package private(set) var jitters = DurationHistogram()

  package init() {}

  mutating func add(_ session: RTPSession) {
    for stream in session.streams {
      streams += 1
      packets &+= UInt64(clamping: stream.packets)
      expected &+= UInt64(clamping: stream.expected)
      lost &+= UInt64(clamping: stream.lost)
      reordered &+= UInt64(clamping: stream.reordered)
      duplicates &+= UInt64(clamping: stream.duplicates)
      if stream.clockRate != nil, stream.jitter.minimum != nil,
        let jitter = Int64(exactly: (stream.jitter.mean * 1e6).rounded())
      {
        jitters.add(jitter)
      }
    }
  }

  package mutating func merge(_ other: RTPTotals) {
    streams += other.streams
    packets &+= other.packets
    expected &+= other.expected
    lost &+= other.lost
    reordered &+= other.reordered
    duplicates &+= other.duplicates
    jitters.merge(other.jitters)
  }
}
