import Packets

/// Measures how long each side takes to speak after the other has: server and client think time.
///
/// A turn begins with a side's first new data after data of the other side. The path between the
/// capture point and that side is taken off, as far as it is known.
struct ReplyMeter {
  private var originator = ReplyTimes()
  private var responder = ReplyTimes()
  private var lastTime: Int64 = .min
  private var lastFrame: UInt64 = 0
  private var isOriginators = false

  init() {}

  /// The waits of one side before it spoke.
  func times(_ direction: FlowDirection) -> ReplyTimes {
    direction == .originator ? originator : responder
  }

  /// Takes a data segment; `path` is the round trip between the capture point and its sender.
  @inline(__always)
  mutating func take(_ segment: Segment, _ direction: FlowDirection, isNew: Bool, path: Int64) {
    let isOriginators = direction == .originator
    if isNew, isOriginators != self.isOriginators || lastTime == .min {
      if lastTime != .min { turn(to: segment, isOriginators, path: path) }
      self.isOriginators = isOriginators
    }
    guard isOriginators == self.isOriginators else { return }
    lastTime = segment.time
    lastFrame = segment.frame
  }

  private mutating func turn(to segment: Segment, _ isOriginators: Bool, path: Int64) {
    let wait = max(0, (segment.time &- lastTime).span &- path.span)
    if isOriginators {
      originator.add(wait, from: lastFrame, to: segment.frame)
    } else {
      responder.add(wait, from: lastFrame, to: segment.frame)
    }
  }
}
