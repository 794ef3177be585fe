import Flows

/// Chooses which points of a trace stay where there are too many.
///
/// What is marked stays, and of the rest what a graph of so many columns would show: in each of many
/// equal spans of time and each direction the first and the last packet, and those with the highest
/// and lowest values.
enum TraceThinning {
  /// At most `limit` points, in their order.
  static func thin(
    _ points: ContiguousArray<TracePoint>,
    to limit: Int
  ) -> ContiguousArray<TracePoint> {
    guard points.count > limit else { return points }
    let floor = weightThatFits(points, limit: limit / 4 * 3)
    let kept = points.count { $0.weight >= floor }
    var spans = max(1, (limit - kept) / 4)
    while true {
      let thinned = thin(points, keeping: floor, spans: spans)
      if thinned.count <= limit || spans == 1 { return thinned }
      spans /= 2
    }
  }

  /// The lowest weight whose points, with all heavier ones, are no more than `limit`.
  private static func weightThatFits(
    _ points: ContiguousArray<TracePoint>,
    limit: Int
  ) -> UInt8 {
    var counts: [Int] = [0, 0, 0, 0]
    for point in points { counts[Int(min(3, point.weight))] += 1 }
    var weight = 4
    var sum = 0
    while weight > 1, sum + counts[weight - 1] <= limit {
      weight -= 1
      sum += counts[weight]
    }
    return UInt8(weight)
  }

  private static func thin(
    _ points: ContiguousArray<TracePoint>,
    keeping floor: UInt8,
    spans: Int
  ) -> ContiguousArray<TracePoint> {
    guard let first = points.first?.time, let last = points.max(by: { $0.time < $1.time })?.time
    else { return [] }
    let length = max(1, last.subtractingReportingOverflow(first).partialValue / Int64(spans))
    var stays = [Bool](repeating: false, count: points.count)
    var span: Int64 = 0
    var originator = SpanExtremes()
    var responder = SpanExtremes()
    for index in points.indices {
      let point = points[index]
      if point.weight >= floor {
        stays[index] = true
        continue
      }
      let other = point.time.subtractingReportingOverflow(first).partialValue / length
      // A clock that goes back opens no new span: there are only so many.
      if other > span {
        span = other
        originator.close(&stays)
        responder.close(&stays)
      }
      if point.isFromResponder {
        responder.add(point, at: index)
      } else {
        originator.add(point, at: index)
      }
    }
    originator.close(&stays)
    responder.close(&stays)
    var thinned = ContiguousArray<TracePoint>()
    for index in points.indices where stays[index] { thinned.append(points[index]) }
    return thinned
  }
}

/// The points of one direction that a span of time keeps.
private struct SpanExtremes {
  /// An extreme value and where it is.
  private struct Extreme {
    var place = -1
    var value: Int64 = 0

    mutating func add(_ other: Int64?, at index: Int) {
      guard let other, place < 0 || other > value else { return }
      place = index
      value = other
    }
  }

  private var first = -1
  private var last = -1
  private var highestSequence = Extreme()
  private var lowestSequence = Extreme()
  private var highestAcknowledgment = Extreme()
  private var highestWindow = Extreme()
  private var lowestWindow = Extreme()
  private var longestRoundTrip = Extreme()
  private var shortestRoundTrip = Extreme()
  private var heaviest = Extreme()

  mutating func add(_ point: TracePoint, at index: Int) {
    if first < 0 { first = index }
    last = index
    highestSequence.add(point.sequence.map { $0 &+ Int64(point.length) }, at: index)
    lowestSequence.add(point.sequence.map { 0 &- $0 }, at: index)
    highestAcknowledgment.add(point.acknowledgment, at: index)
    highestWindow.add(point.window.map(Int64.init), at: index)
    lowestWindow.add(point.window.map { 0 - Int64($0) }, at: index)
    longestRoundTrip.add(point.roundTrip, at: index)
    shortestRoundTrip.add(point.roundTrip.map { 0 &- $0 }, at: index)
    heaviest.add(point.weight > 0 ? Int64(point.weight) : nil, at: index)
  }

  /// Says which points stay, and starts anew.
  mutating func close(_ stays: inout [Bool]) {
    guard first >= 0 else { return }
    stays[first] = true
    stays[last] = true
    for extreme in [
      highestSequence, lowestSequence, highestAcknowledgment, highestWindow, lowestWindow,
      longestRoundTrip, shortestRoundTrip, heaviest,
    ] where extreme.place >= 0 {
      stays[extreme.place] = true
    }
    self = SpanExtremes()
  }
}
