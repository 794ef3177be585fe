import Packets
import Testing

@testable import Flows

struct WiresharkRepetitionTests {
  @Test(arguments: spurious + fast + reordered + plain)
  func marksTheLastSegment(_ scenario: WiresharkScenario) throws {
    let verdict = try #require(scenario.play().last)
    #expect(verdict.flags == scenario.marks)
  }

  static let spurious = [
    WiresharkScenario(
      "bytes that are already acknowledged",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .client(seq: 1, len: 10),
      marks: [.spuriousRetransmission, .retransmission]
    ),
    WiresharkScenario(
      "partly acknowledged is a plain one",
      .client(seq: 1, len: 10),
      .server(ack: 10),
      .client(seq: 1, len: 10, after: 300),
      marks: .retransmission
    ),
    WiresharkScenario(
      "an empty FIN is never spurious",
      .client(seq: 1, len: 10, .fin),
      .server(ack: 12),
      .client(seq: 11, .fin, after: 300),
      marks: .retransmission
    ),
  ]

  static let fast = [
    WiresharkScenario(
      "two duplicate ACKs for it, the last under 20 ms ago",
      .client(seq: 1, len: 10),
      .client(seq: 11, len: 10),
      .server(ack: 1),
      .server(ack: 1),
      .server(ack: 1),
      .client(seq: 1, len: 10, after: 19),
      marks: [.fastRetransmission, .retransmission]
    ),
    WiresharkScenario(
      "20 ms later it is a plain one",
      .client(seq: 1, len: 10),
      .client(seq: 11, len: 10),
      .server(ack: 1),
      .server(ack: 1),
      .server(ack: 1),
      .client(seq: 1, len: 10, after: 20),
      marks: .retransmission
    ),
    WiresharkScenario(
      "one duplicate ACK is too few, so soon after the last new segment it is reordering",
      .client(seq: 1, len: 10),
      .client(seq: 11, len: 10),
      .server(ack: 1),
      .server(ack: 1),
      .client(seq: 1, len: 10),
      marks: .outOfOrder
    ),
    WiresharkScenario(
      "another segment than the one asked for",
      .client(seq: 1, len: 10),
      .client(seq: 11, len: 10),
      .client(seq: 21, len: 10),
      .server(ack: 1),
      .server(ack: 1),
      .server(ack: 1),
      .client(seq: 11, len: 10),
      marks: .outOfOrder
    ),
  ]

  static let reordered = [
    WiresharkScenario(
      "within the initial RTT of 10 ms of the highest segment",
      .client(seq: 1, len: 10),
      .client(seq: 21, len: 10),
      .client(seq: 11, len: 10, after: 9),
      marks: .outOfOrder
    ),
    WiresharkScenario(
      "at the initial RTT",
      .client(seq: 1, len: 10),
      .client(seq: 21, len: 10),
      .client(seq: 11, len: 10, after: 10),
      marks: .retransmission
    ),
    WiresharkScenario(
      "not if it ends where the highest segment ends",
      .client(seq: 1, len: 10),
      .client(seq: 11, len: 10),
      .client(seq: 11, len: 10),
      marks: .retransmission
    ),
    WiresharkScenario(
      "not when the clock runs backwards: that is a huge interval",
      .client(seq: 1, len: 10),
      .client(seq: 21, len: 10),
      .client(seq: 11, len: 10, after: -1),
      marks: .retransmission
    ),
  ]

  static let plain = [
    WiresharkScenario(
      "below the next number, late",
      .client(seq: 1, len: 10),
      .client(seq: 1, len: 10, after: 200),
      marks: .retransmission
    ),
    WiresharkScenario(
      "an empty ACK is never one",
      .client(seq: 1, len: 10),
      .client(seq: 5, after: 200),
      marks: []
    ),
    WiresharkScenario(
      "the same SYN again",
      .client(seq: 0, ack: nil, .syn, after: 1000),
      marks: .retransmission
    ),
  ]

  @Test func withoutAHandshakeReorderingIsThreeMilliseconds() {
    func last(after: Double) -> WiresharkFlags? {
      ToldSegment.play([
        .client(seq: 1, len: 10), .client(seq: 21, len: 10),
        .client(seq: 11, len: 10, after: after),
      ]).last?.flags
    }
    #expect(last(after: 2.9) == .outOfOrder)
    #expect(last(after: 3) == .retransmission)
  }

  @Test func timeoutIsMeasuredFromTheOldestUnacknowledgedSegment() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [
        .client(seq: 1, len: 10), .client(seq: 11, len: 10, after: 5),
        .client(seq: 11, len: 10, after: 200),
      ]
    )
    #expect(verdicts.last?.rtoFrame == 4)
    #expect(verdicts.last?.rto == 205_000_000)
  }
}
