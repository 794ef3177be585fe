/// A moment of the capture's own clock, in nanoseconds since 1970-01-01 00:00:00 UTC.
///
/// Formats, flows and analysis know no other clock. The range is 1677 to 2262.
package struct Timestamp: Hashable, Comparable, Sendable {
  /// Nanoseconds since the Unix epoch; negative before it.
  @usableFromInline package var nanoseconds: Int64

  @inlinable package init(nanoseconds: Int64) { self.nanoseconds = nanoseconds }

  @inlinable package static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.nanoseconds < right.nanoseconds
  }

  /// Nanoseconds from `earlier` to this moment; wraps instead of trapping on absurd clocks.
  @inlinable package func nanoseconds(since earlier: Timestamp) -> Int64 {
    nanoseconds &- earlier.nanoseconds
  }
}
