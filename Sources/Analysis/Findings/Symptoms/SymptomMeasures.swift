import Packets

/// The numbers of a symptom; those of a subject's flows are added up.
struct SymptomMeasures {
  /// Segments, packets or events that show it, and of how many.
  var count: UInt64 = 0
  var total: UInt64 = 0
  var bytes: UInt64 = 0
  /// Times that it began anew.
  var episodes: UInt64 = 0
  /// What was lost of each side's segments.
  var lossOfOriginator = SegmentLoss()
  var lossOfResponder = SegmentLoss()
  /// The largest windows of the flows together.
  var windows: UInt64 = 0
  /// Signs that other packets passed meanwhile.
  var passed: UInt64 = 0
  /// ICMP messages that say it.
  var reports: UInt64 = 0
  /// Nanoseconds in all.
  var time: Int64 = 0
  /// The flows' own times together.
  var duration: Int64 = 0
  /// The longest and the shortest time of a flow.
  var longest: Int64 = 0
  var shortest: Int64 = .max

  init() {}

  mutating func add(_ other: SymptomMeasures) {
    count &+= other.count
    total &+= other.total
    bytes &+= other.bytes
    episodes &+= other.episodes
    lossOfOriginator.add(other.lossOfOriginator)
    lossOfResponder.add(other.lossOfResponder)
    windows &+= other.windows
    passed &+= other.passed
    reports &+= other.reports
    time = time.addingClamped(other.time)
    duration = duration.addingClamped(other.duration)
    longest = max(longest, other.longest)
    shortest = min(shortest, other.shortest)
  }

  /// `count` as a share of `total`.
  var share: Double { total == 0 ? 0 : min(1, Double(count) / Double(total)) }
}
