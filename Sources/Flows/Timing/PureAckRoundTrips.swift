/// Round trips that an ACK without data ended, in nanoseconds.
///
/// The receiver's stack sent it; an ACK that rides on an answer has waited for the application, up to
/// the delayed-ACK timer (RFC 1122 §4.2.3.2: at most 500 ms).
package struct PureAckRoundTrips: Sendable, Equatable {
  package var count: UInt64 = 0
  package var minimum: Int64 = 0
  package var maximum: Int64 = 0
  /// Mean of |RTTᵢ − RTTᵢ₋₁|.
  package var meanVariation: Int64 = 0
  /// Samples that look like a delayed ACK's wait rather than the path's time.
  package var delayedAckSuspects: UInt64 = 0
  /// ACKs of several segments at once: for every second one a receiver acknowledges without delay.
  package var prompt: UInt64 = 0

  package init() {}
}
