import Flows
import Packets
import Testing

@testable import Analysis

/// Where points are kept while flows are alive.
struct TraceStorageTests {
  private static func point(_ frame: UInt64) -> TracePoint {
    var packet = PacketHeaders()
    packet.frame = frame
    return TracePoint(packet, from: .originator, nil)
  }

  @Test func chainsGrowShrinkAndShareTheirBlocks() {
    var pool = TracePool(bytes: 100 * 16 * MemoryLayout<TracePoint>.stride)
    var random = TestRandom(seed: 4)
    var chains = [TracePool.Chain](repeating: TracePool.Chain(), count: 8)
    var expected = [[UInt64]](repeating: [], count: 8)
    for frame in 1...20_000 as ClosedRange<UInt64> {
      let place = random.below(8)
      if pool.append(Self.point(frame), to: &chains[place]) {
        expected[place].append(frame)
      } else {
        pool.release(&chains[place])
        expected[place] = []
      }
    }
    for place in chains.indices {
      #expect(pool.points(of: chains[place]).map(\.frame) == expected[place])
      #expect(chains[place].count == expected[place].count)
    }
    for place in chains.indices { pool.release(&chains[place]) }
    #expect(pool.used == 0)
  }

  @Test func aPointIsChangedByItsFrame() {
    var pool = TracePool(bytes: 1 << 20)
    var chain = TracePool.Chain()
    for frame in stride(from: 10, to: 1_000, by: 10) as StrideTo<UInt64> {
      _ = pool.append(Self.point(frame), to: &chain)
    }
    pool.change(500, in: chain) { $0.mark = .spurious }
    pool.change(505, in: chain) { $0.mark = .fast }
    pool.change(2_000, in: chain) { $0.mark = .fast }
    let marked = pool.points(of: chain).filter { $0.mark != nil }
    #expect(marked.map(\.frame) == [500] && marked.first?.mark == .spurious)
  }

  @Test func flowsAreFoundByTheirNumbers() {
    var slots = FlowSlots()
    var expected: [UInt64: Int32] = [:]
    var random = TestRandom(seed: 9)
    for slot in 0..<50_000 as Range<Int32> {
      // Numbers that collide, and numbers one after the other.
      let flow = random.below(2) == 0 ? UInt64(slot) : UInt64(random.below(64)) << 20
      if expected[flow] == nil {
        slots.insert(flow, slot)
        expected[flow] = slot
      }
      let other = random.below(3) == 0 ? UInt64(random.below(Int(slot) + 1)) : flow
      if random.below(2) == 0 {
        let removed = slots.remove(other)
        let known = expected.removeValue(forKey: other)
        #expect(removed == known)
      }
    }
    #expect(slots.count == expected.count)
    for (flow, slot) in expected { #expect(slots.slot(of: flow) == slot) }
    #expect(slots.slot(of: .max - 1) == nil)
  }

  /// Quadratic work would take minutes.
  @Test(.timeLimit(.minutes(1)))
  func aFloodOfFlowsLeavesAsItCame() {
    var slots = FlowSlots()
    let count = 200_000
    for flow in 0..<count { slots.insert(UInt64(flow), Int32(flow)) }
    var isRight = true
    for flow in 0..<count where slots.remove(UInt64(flow)) != Int32(flow) { isRight = false }
    #expect(isRight && slots.count == 0)
  }

  @Test func selectiveAcknowledgmentsAreBounded() throws {
    var packet = PacketHeaders()
    packet.tcp.acknowledgment = 0xffff_fff0
    packet.tcp.options.sackCount = 1
    packet.tcp.options.sackBlocks[0] = SACKBlock(left: 0x10, right: 0x20)
    let ack = try #require(SelectiveAck(packet, acknowledgment: 1_000))
    #expect(ack.count == 1 && ack[0].left == 1_032 && ack[0].right == 1_048)
    var store = SelectiveAckStore(limit: 2)
    let numbers = (0..<3).map { _ in store.insert(ack) }
    #expect(numbers == [1, 2, 0])
    #expect(store.refused == 1)
    store.remove(1)
    let again = store.insert(ack)
    #expect(again == 1)
    packet.tcp.options.sackCount = 0
    #expect(SelectiveAck(packet, acknowledgment: 0) == nil)
  }

  @Test(arguments: [
    // All at the beginning and the end; evenly; all at once; backwards.
    ([0, 16_000_000_000], [128, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 128] as [UInt8]),
    ((0..<160).map { $0 * 100_000_000 }, [UInt8](repeating: 0, count: 16)),
    ([0, 0, 0], [1]),
    ([5_000, -9_000], [1]),
  ])
  func profilesShowWhenAFlowMovedWhat(times: [Int64], outline: [UInt8]) {
    var meter = ProfileMeter(start: times[0])
    for time in times { meter.add(65_535, at: time) }
    let duration = max(0, (times.max() ?? 0) - times[0])
    let profile = meter.profile(duration: duration)
    let values = (0..<FlowProfile.count).map { profile.values[$0] }
    switch outline.count {
    case 16 where outline[0] > 0: #expect(values == outline)
    case 16:
      let (low, high) = (values.min() ?? 0, values.max() ?? 0)
      #expect(low > 0 && high - low <= 8, "\(values)")
    default: #expect(values[0] > 0)
    }
  }

  @Test(arguments: [(0, 0), (1, 8), (3, 16), (1_023, 80), (1 << 20 - 1, 160), (.max, 255)])
  func valuesOfProfilesAreLogarithms(bytes: UInt64, value: UInt8) {
    #expect(FlowProfile.value(of: bytes) == value)
  }
}
