package import Packets

/// The frame that brought a segment, and when.
package struct SegmentArrival: Sendable, Equatable {
  /// Frame number in the capture, from 1.
  package var frame: UInt64
  package var time: Timestamp

  package init(frame: UInt64, time: Timestamp) {
    self.frame = frame
    self.time = time
  }

  /// The one whose frame comes later in the capture.
  static func later(_ left: SegmentArrival, _ right: SegmentArrival) -> SegmentArrival {
    left.frame >= right.frame ? left : right
  }
}
