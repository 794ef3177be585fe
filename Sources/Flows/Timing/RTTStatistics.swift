/// Round-trip times of one direction as measured at the capture point, in nanoseconds.
///
/// "Direction" is that of the data: the samples of the originator's direction cover the path from
/// the capture point to the responder and back.
package struct RTTStatistics: Sendable, Equatable {
  package var count: UInt64 = 0
  package var minimum: Int64 = 0
  package var maximum: Int64 = 0
  /// The frame whose acknowledgment ended the longest; 0 without samples.
  package var maximumFrame: UInt64 = 0
  package var mean: Int64 = 0
  package var p50: Int64 = 0
  package var p95: Int64 = 0
  package var p99: Int64 = 0
  /// SRTT and RTTVAR at the end of the flow (RFC 6298 §2, α = 1/8, β = 1/4).
  package var smoothed: Int64 = 0
  package var smoothedVariation: Int64 = 0
  /// Mean of |RTTᵢ − RTTᵢ₋₁|: the RTT's jitter.
  package var meanVariation: Int64 = 0
  /// Samples that look like a delayed ACK's wait rather than the path's time.
  package var delayedAckSuspects: UInt64 = 0
  /// Those that no answer's thinking is in.
  package var pureAcks = PureAckRoundTrips()

  package init() {}
}
