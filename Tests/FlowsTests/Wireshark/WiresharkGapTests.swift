import Packets
import Testing

@testable import Flows

struct WiresharkGapTests {
  @Test(arguments: lost + acknowledged)
  func marksTheLastSegment(_ scenario: WiresharkScenario) throws {
    let verdict = try #require(scenario.play().last)
    #expect(verdict.flags == scenario.marks)
  }

  static let lost = [
    WiresharkScenario(
      "beyond the next number",
      .client(seq: 1, len: 10),
      .client(seq: 12, len: 10),
      marks: .lostSegment
    ),
    WiresharkScenario(
      "at the next number",
      .client(seq: 1, len: 10),
      .client(seq: 11, len: 10),
      marks: []
    ),
    WiresharkScenario(
      "a pure ACK beyond it counts, too",
      .client(seq: 1, len: 10),
      .client(seq: 12),
      marks: .lostSegment
    ),
    WiresharkScenario(
      "an RST may be anywhere",
      .client(seq: 1, len: 10),
      .client(seq: 500, .rst),
      marks: []
    ),
  ]

  static let acknowledged = [
    WiresharkScenario(
      "an acknowledgment of what was not captured",
      .client(seq: 1, len: 10),
      .server(ack: 21),
      marks: .ackLostSegment
    ),
    WiresharkScenario(
      "of the last captured byte",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      marks: []
    ),
    WiresharkScenario(
      "of a hole behind which more was captured",
      .client(seq: 1, len: 10),
      .client(seq: 21, len: 10),
      .server(ack: 21),
      marks: .ackLostSegment
    ),
    WiresharkScenario(
      "the hole is reported once",
      .client(seq: 1, len: 10),
      .client(seq: 21, len: 10),
      .server(ack: 21),
      .server(ack: 31),
      marks: []
    ),
    WiresharkScenario(
      "so is what lies beyond everything captured",
      .client(seq: 1, len: 10),
      .server(ack: 21),
      .server(ack: 31),
      marks: []
    ),
    WiresharkScenario(
      "a number without the ACK flag says nothing",
      .client(seq: 1, len: 10),
      .server(seq: 1, ack: nil),
      marks: []
    ),
  ]

  @Test func firstSegmentOfADirectionOpensNoGap() {
    let midstream = WiresharkScenario("midstream", .client(seq: 5000, len: 10), marks: [])
    #expect(midstream.play(afterHandshake: false).last?.flags == [])
  }
}
