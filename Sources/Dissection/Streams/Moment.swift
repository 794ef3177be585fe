/// When something was captured: the frame that brought it and the frame's time.
package struct Moment: Equatable, Sendable {
  /// Frame number in the capture, from 1.
  package var frame: UInt64
  /// Nanoseconds since the epoch.
  package var time: Int64

  package init(frame: UInt64, time: Int64) {
    self.frame = frame
    self.time = time
  }

  /// Nanoseconds from `earlier` to this moment; wraps only where clocks lie by centuries.
  package func nanoseconds(since earlier: Moment) -> Int64 { time &- earlier.time }
}
