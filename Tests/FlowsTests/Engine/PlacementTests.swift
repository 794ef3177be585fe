import Packets
import Testing

@testable import Flows

/// Where the engine says that packets went.
struct PlacementTests {
  private func placements(of story: [Told]) -> [FlowPlacement] {
    var engine = FlowEngine()
    var time: Double = 0
    let packets = ContiguousArray(
      story.enumerated().map { index, told in
        time += told.after
        return told.headers(frame: UInt64(index) + 1, nanoseconds: Int64(time * 1_000_000))
      }
    )
    var lookups: ContiguousArray<FlowLookup> = []
    FlowLookup.make(for: packets, into: &lookups)
    var placements: ContiguousArray<FlowPlacement> = []
    engine.process(packets, lookups, placing: &placements)
    return Array(placements)
  }

  @Test func numbersOfAConnectionBeginAfterItsSYNs() {
    let found = placements(of: Told.handshake + [.client(1, 100), .server(1, 50, ack: 101)])
    #expect(found.map(\.sequence) == [1, 1, 1, 1, 1])
    #expect(found.map(\.acknowledged) == [.min, 1, 1, 1, 101])
    #expect(
      found.map(\.direction) == [.originator, .responder, .originator, .originator, .responder]
    )
    #expect(found.allSatisfy { $0.flow == 0 && $0.stream == 0 })
    #expect(found.allSatisfy { $0.marks.isSuperset(of: [.inFlow, .counts, .senderStart]) })
    #expect(found.map { $0.marks.contains(.receiverStart) } == [false, true, true, true, true])
  }

  @Test(
    "Numbers go on where those of 32 bits wrap",
    arguments: [UInt32.max - 150, UInt32.max - 100, UInt32.max - 50]
  )
  func numbersDoNotWrap(isn: UInt32) {
    let story = Told.handshake + (0..<4).map { Told.client(1 + 100 * $0, 100) }
    let found = placements(of: story.map { $0.numbered(client: isn) })
    #expect(found.suffix(4).map(\.sequence) == [1, 101, 201, 301])
  }

  @Test func ofAConnectionJoinedInItsMiddleTheStartIsNotKnown() {
    let found = placements(of: [.client(5_000, 100), .client(5_100, 100), .server(1, ack: 5_200)])
    #expect(found.map(\.sequence) == [1, 101, 1])
    #expect(found.allSatisfy { $0.marks.isDisjoint(with: [.senderStart, .receiverStart]) })
  }

  @Test func secondCopiesOfAFrameDoNotCount() {
    let data = Told.client(1, 100).id(7)
    var copy = data
    copy.after = 0.01
    let found = placements(of: Told.handshake + [data, copy, .client(101, 10).id(8)])
    #expect(found.suffix(3).map { $0.marks.contains(.counts) } == [true, false, true])
  }

  @Test(arguments: [(0, false), (9, true)] as [(UInt32, Bool)])
  func aMirroredConnectionSaysSo(path: UInt32, isMirror: Bool) {
    var engine = FlowEngine()
    var packets = ContiguousArray<PacketHeaders>()
    for (index, told) in (Told.handshake + [.client(1, 100)]).enumerated() {
      var headers = told.headers(frame: UInt64(index) * 2 + 1, nanoseconds: Int64(index) * 1000)
      packets.append(headers)
      headers.path = PathID(rawValue: path)
      headers.flowPath = headers.path
      headers.frame += 1
      headers.time = Timestamp(nanoseconds: headers.time.nanoseconds + 500)
      if path > 0 { packets.append(headers) }
    }
    var lookups: ContiguousArray<FlowLookup> = []
    FlowLookup.make(for: packets, into: &lookups)
    var placements: ContiguousArray<FlowPlacement> = []
    engine.process(packets, lookups, placing: &placements)
    #expect(placements.filter { $0.flow == 0 }.allSatisfy { !$0.marks.contains(.isMirror) })
    #expect(placements.last?.marks.contains(.isMirror) == isMirror)
  }

  @Test func damagedSegmentsDoNotCount() {
    let good = (0..<20).map { Told.client(1 + 10 * $0, 10) }
    let found = placements(of: Told.handshake + good + [.client(201, 10).checksum(.bad)])
    #expect(found.last?.marks.contains(.counts) == false)
    #expect(found.dropLast().allSatisfy { $0.marks.contains(.counts) })
  }

  @Test func aResetShows() {
    let found = placements(of: Told.handshake + [.client(1, ack: 1, .rst)])
    #expect(found.map { $0.marks.contains(.isReset) } == [false, false, false, true])
  }

  @Test func aNewConnectionOnThePortsIsAFlowOfItsOwn() {
    let again = Told.client(0, ack: nil, .syn, after: 61_000).numbered(client: 5_000)
    let found = placements(of: Told.handshake + Told.close() + [again])
    #expect(found.map(\.flow) == [0, 0, 0, 0, 0, 0, 1])
    #expect(found.last?.marks.contains(.isReset) == false)
    #expect(found.last?.sequence == 1)
  }

  @Test func whatBelongsToNoFlowSaysSo() {
    var engine = FlowEngine()
    var fragment = PacketHeaders()
    fragment.transport = .fragment
    let packets: ContiguousArray = [fragment]
    var lookups: ContiguousArray<FlowLookup> = []
    FlowLookup.make(for: packets, into: &lookups)
    var placements: ContiguousArray<FlowPlacement> = [FlowPlacement(), FlowPlacement()]
    engine.process(packets, lookups, placing: &placements)
    #expect(placements.map(\.marks) == [[]])
  }
}
