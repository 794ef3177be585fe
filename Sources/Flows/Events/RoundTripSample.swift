package import Packets

/// A measured round trip between the capture point and the end that acknowledged.
package struct RoundTripSample: Sendable, Equatable {
  /// When the acknowledgment came.
  package var time: Timestamp
  package var nanoseconds: Int64

  package init(time: Timestamp, nanoseconds: Int64) {
    self.time = time
    self.nanoseconds = nanoseconds
  }
}
