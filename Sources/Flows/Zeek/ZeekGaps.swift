/// What an acknowledgment is the first to cover although it was not captured: Zeek's content gaps.
struct ZeekGaps {
  var number = 0
  var bytes: Int64 = 0

  mutating func add(from start: Int64, to end: Int64) {
    guard end > start else { return }
    number += 1
    bytes += end &- start
  }
}
