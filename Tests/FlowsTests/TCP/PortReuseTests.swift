import Testing

@testable import Flows

/// In which situation a SYN re-uses a 5-tuple.
struct PortReuseTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let packets: [Told]
    let reuse: PortReuse?
    let flows: Int
    let firstEnding: FlowEnding
  }

  private static let closed = Told.handshake + [.client(1, 100)] + Told.close(100)
  private static func syn(_ isn: UInt32, after: Double) -> Told {
    Told.client(0, ack: nil, .syn, after: after).numbered(client: isn)
  }

  static let cases: [Case] = [
    Case(
      testDescription: "after the time wait",
      packets: closed + [syn(500, after: 61_000)],
      reuse: .afterClose,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "within it, with a larger sequence number",
      packets: closed + [syn(5000, after: 1000)],
      reuse: .inTimeWait,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "within it, with a smaller sequence number",
      packets: closed + [syn(500, after: 1000)],
      reuse: .inTimeWaitIllegal,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "within it, with a later timestamp",
      packets: closed.map { $0.stamp(70) } + [syn(500, after: 1000).stamp(80)],
      reuse: .inTimeWait,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "within it, with an earlier timestamp",
      packets: closed.map { $0.stamp(70) } + [syn(500, after: 1000).stamp(60)],
      reuse: .inTimeWaitIllegal,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "after a reset",
      packets: Told.handshake + [.client(1, ack: 1, .rst), syn(5000, after: 1000)],
      reuse: .afterReset,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "while the connection is open",
      packets: Told.handshake + [.client(1, 100), syn(5000, after: 1000)],
      reuse: .active,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "before any answer",
      packets: [.syn(), syn(5000, after: 1000)],
      reuse: .synChanged,
      flows: 2,
      firstEnding: .superseded
    ),
    Case(
      testDescription: "the same SYN once more",
      packets: [.syn(), syn(Told.clientISN, after: 1000)],
      reuse: nil,
      flows: 1,
      firstEnding: .endOfCapture
    ),
    Case(
      testDescription: "the same SYN inside the connection",
      packets: Told.handshake + [syn(Told.clientISN, after: 1000)],
      reuse: nil,
      flows: 1,
      firstEnding: .endOfCapture
    ),
  ]

  @Test(arguments: cases)
  func synIsJudgedByWhatItFinds(_ story: Case) throws {
    let played = Story(story.packets)
    #expect(played.flows.count == story.flows)
    #expect(played.tcp.portReuse == story.reuse)
    #expect(played.flows.first?.ending == story.firstEnding)
    let events = played.events.filter { $0.kind == .portReuse }
    #expect(events.map(\.frame) == (story.reuse == nil ? [] : [UInt64(story.packets.count)]))
    #expect(events.first.map(\.value) == story.reuse.map { Int64($0.rawValue) })
  }

  @Test func aNewConnectionHasNumbersOfItsOwn() throws {
    let second = (Told.handshake + [.client(1, 50)] + Told.close(50)).map {
      $0.numbered(client: 90_000, server: 80_000)
    }
    let flows = Story(Self.closed + second).flows
    #expect(flows.map(\.id) == [0, 1])
    #expect(flows.map(\.stream) == [0, 1])
    #expect(flows.compactMap(\.tcp).map(\.originator.uniqueBytes) == [100, 50])
    #expect(flows.compactMap(\.tcp).map(\.originator.initialSequence) == [1000, 90_000])
    #expect(flows.last?.firstFrame == 8)
  }
}
