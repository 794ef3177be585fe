/// The packets of one synchronization source in one direction, and how they arrived.
package struct RTPStream: Equatable, Sendable {
  /// Which side sent it.
  package var sender: Role
  package var source: UInt32
  /// The payload types in the order of their appearance, at most ``RTPLimits/payloadTypes``.
  package var payloadTypes: [RTPPayloadType] = []
  /// The names of their encodings; the number of a type where nothing tells it.
  package var encodings: [String] = []
  /// Ticks of the timestamp in a second; `nil` where nothing tells them, and jitter is unknown.
  package var clockRate: Int?
  package var first: Moment
  package var last: Moment
  package var packets: Int64 = 0
  package var payloadBytes: Int64 = 0
  /// Packets that the sequence numbers say were sent (RFC 3550 A.3).
  package var expected: Int64 = 0
  /// Packets that came after one with a higher number.
  package var reordered: Int64 = 0
  /// Packets with the number of the one before.
  package var duplicates: Int64 = 0
  /// Jumps of the sequence number that no loss explains: the sender began anew.
  package var restarts: Int64 = 0
  /// Packets that came after one that is missing, and the first ``RTPLimits/gaps`` of them; a late
  /// packet may still have filled the gap.
  package var gapCount: UInt64 = 0
  package var gaps: [Moment] = []
  /// The packet at which the jitter was greatest.
  package var jitterPeak: Moment?
  /// Time between packets, in milliseconds.
  package var delta = RTPStatistic()
  /// Interarrival jitter in milliseconds (RFC 3550 A.8).
  package var jitter = RTPStatistic()

  /// Packets that were expected and did not come.
  package var lost: Int64 { max(0, expected - (packets - duplicates)) }
}

/// Least, average and greatest of a value over the packets that continue a talkspurt.
///
/// Marked packets and comfort noise follow silence, and are left out of the extremes; the average
/// counts them as average, as Wireshark's does.
package struct RTPStatistic: Equatable, Sendable {
  package private(set) var minimum: Double?
  package private(set) var mean: Double = 0
  package private(set) var maximum: Double = 0

  package init() {}

  /// Adds the value of the interval with this number, from 1.
  mutating func add(_ value: Double, interval: Int64) {
    minimum = min(minimum ?? value, value)
    maximum = max(maximum, value)
    mean = (mean * Double(interval - 1) + value) / Double(interval)
  }
}
