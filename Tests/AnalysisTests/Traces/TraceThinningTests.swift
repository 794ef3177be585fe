import Flows
import Packets
import Testing

@testable import Analysis

/// What stays of a trace that is too long.
struct TraceThinningTests {
  /// Packets of a connection, some of them marked, with values that go up and down.
  private static func points(_ count: Int, markedEvery interval: Int) -> ContiguousArray<TracePoint>
  {
    var random = TestRandom(seed: UInt64(count))
    return ContiguousArray(
      (0..<count).map { index in
        var packet = PacketHeaders()
        packet.frame = UInt64(index + 1)
        packet.time = Timestamp(nanoseconds: Int64(index) * 1_000_000)
        packet.transport = .tcp
        packet.payloadLength = UInt32(random.below(1_460))
        packet.tcp.flags = index == 0 ? .syn : .ack
        let direction: FlowDirection = random.below(3) == 0 ? .responder : .originator
        var segment = SegmentTrace()
        segment.sequence = Int64(index * 100 + random.below(10_000))
        segment.acknowledgment = Int64(random.below(100_000))
        segment.window = UInt32(random.below(65_536))
        segment.roundTrip = random.below(4) == 0 ? Int64(random.below(100_000_000)) : nil
        if index % interval == interval - 1 { segment.mark = .fast }
        return TracePoint(packet, from: direction, segment)
      }
    )
  }

  @Test(arguments: [(10_000, 50), (50_000, 1_000), (3_000, 7)])
  func marksAndExtremesStay(count: Int, interval: Int) throws {
    let points = Self.points(count, markedEvery: interval)
    let limit = 2_000
    let thinned = TraceThinning.thin(points, to: limit)
    #expect(thinned.count <= limit)
    #expect(thinned.count > limit / 8)
    let frames = thinned.map(\.frame)
    #expect(frames == frames.sorted() && Set(frames).count == frames.count)
    let kept = Set(frames)
    #expect(points.allSatisfy { $0.weight == 0 || kept.contains($0.frame) })
    // The extremes of the whole are those of one of its spans.
    for isFromResponder in [false, true] {
      func extremes(_ points: ContiguousArray<TracePoint>) -> [Int64?] {
        let side = points.filter { $0.isFromResponder == isFromResponder }
        let windows = side.compactMap { $0.window.map(Int64.init) }
        return [
          side.compactMap(\.roundTrip).max(), side.compactMap(\.roundTrip).min(), windows.max(),
          windows.min(), side.compactMap(\.acknowledgment).max(),
          side.compactMap(\.sequence).min(), side.first.map { Int64($0.frame) },
          side.last.map { Int64($0.frame) },
        ]
      }
      #expect(extremes(thinned) == extremes(points))
    }
  }

  @Test func theBoundHoldsWhereAllIsMarked() {
    let thinned = TraceThinning.thin(Self.points(20_000, markedEvery: 1), to: 1_000)
    #expect(thinned.count <= 1_000)
    #expect(thinned.first?.frame == 1)
  }

  @Test func theBoundHoldsWhereTheClockJumps() {
    var points = Self.points(20_000, markedEvery: 100)
    for index in points.indices { points[index].time = index % 2 == 0 ? .min : .max }
    #expect(TraceThinning.thin(points, to: 1_000).count <= 1_000)
  }

  @Test func aShortTraceStaysAsItIs() {
    let points = Self.points(500, markedEvery: 50)
    #expect(TraceThinning.thin(points, to: 500).map(\.frame) == points.map(\.frame))
  }
}
