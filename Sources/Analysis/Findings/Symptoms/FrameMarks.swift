/// Where in a capture something happened, to a 256th of it: little memory, however often it did.
struct FrameMarks {
  private static let count: UInt64 = 256

  private var words = InlineArray<4, UInt64>(repeating: 0)
  /// Frames that share a mark.
  private var width: UInt64 = 1
  private var last: UInt64 = 0

  init() {}

  /// Notes a frame; 0 is none.
  mutating func insert(_ frame: UInt64) {
    guard frame > 0 else { return }
    last = max(last, frame)
    while frame / width >= Self.count { widen() }
    mark(frame / width)
  }

  mutating func add(_ other: FrameMarks) {
    var other = other
    while other.width < width { other.widen() }
    while width < other.width { widen() }
    for index in words.indices { words[index] |= other.words[index] }
    last = max(last, other.last)
  }

  /// Whether it surely happened between two frames: marks that reach beyond them do not tell.
  func hasAny(within frames: ClosedRange<UInt64>) -> Bool {
    if frames.contains(last) { return last > 0 }
    var place = frames.lowerBound / width + (frames.lowerBound % width == 0 ? 0 : 1)
    let end = min(Self.count, frames.upperBound / width + (isLast(frames.upperBound) ? 1 : 0))
    while place < end {
      if isMarked(place) { return true }
      place += 1
    }
    return false
  }

  private func isLast(_ frame: UInt64) -> Bool { frame % width == width - 1 }

  private func isMarked(_ place: UInt64) -> Bool {
    words[Int(place / 64)] & 1 << (place % 64) != 0
  }

  private mutating func mark(_ place: UInt64) { words[Int(place / 64)] |= 1 << (place % 64) }

  /// Lets twice as many frames share a mark.
  private mutating func widen() {
    let before = self
    words = InlineArray(repeating: 0)
    width *= 2
    for place in 0..<Self.count where before.isMarked(place) { mark(place / 2) }
  }
}
