/// From when on a difference counts as a change.
///
/// It takes enough samples on both sides, a difference that chance rarely makes, and one that is
/// large enough to matter: with many samples chance is ruled out for differences that nobody feels.
package enum ComparisonThresholds {
  /// Share of the reported changes that may be chance (``FalseDiscovery``).
  static let falseDiscoveryRate = 0.01

  /// Samples on each side for a comparison of medians: ten against ten can still reach a probability
  /// of 0.0002 by ranks.
  package static let samples: UInt64 = 10
  /// Samples on each side for a comparison of 95th percentiles: of fewer, they are the one or two
  /// largest.
  package static let tailSamples: UInt64 = 40
  /// Tries on each side of what happens to some of them.
  package static let tries: UInt64 = 20
  /// Connections on each side whose segments are counted.
  package static let clusters: UInt64 = 8

  /// Change of a median or percentile as a share of the smaller value; below, path and load vary as
  /// much from hour to hour.
  static let relativeChange = 0.2
  /// Nanoseconds by which a time changes at least: less is lost in timers of the hosts.
  static let timeChange: Int64 = 1_000_000
  /// Bits a second by which a throughput changes at least.
  static let throughputChange: Int64 = 100_000
  /// Change of a share as a share of the smaller one.
  static let relativeShareChange = 0.25
  /// Change of the share of segments sent again: what a transfer over 50 ms begins to feel.
  static let retransmissionChange = 0.002
  /// Change of any other share.
  static let shareChange = 0.01

  static func absoluteChange(of measure: SampledMeasure) -> Int64 {
    measure.unit == .nanoseconds ? timeChange : throughputChange
  }

  static func absoluteChange(of measure: ShareMeasure) -> Double {
    measure == .retransmissions ? retransmissionChange : shareChange
  }
}
