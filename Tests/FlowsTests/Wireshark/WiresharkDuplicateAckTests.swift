import Packets
import Testing

@testable import Flows

struct WiresharkDuplicateAckTests {
  @Test(arguments: scenarios)
  func marksTheLastSegment(_ scenario: WiresharkScenario) throws {
    let verdict = try #require(scenario.play().last)
    #expect(verdict.flags == scenario.marks)
  }

  static let scenarios = [
    WiresharkScenario(
      "acknowledgment and window repeated",
      .server(ack: 1),
      .server(ack: 1),
      marks: .duplicateAck
    ),
    WiresharkScenario(
      "nothing outstanding: Wireshark does not ask",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .server(ack: 11),
      marks: .duplicateAck
    ),
    WiresharkScenario(
      "SACK blocks do not make it one",
      .server(ack: 1),
      .server(ack: 1, window: 999, sack: [SACKBlock(left: 1020, right: 1030)]),
      marks: .windowUpdate
    ),
    WiresharkScenario(
      "with data it is not one",
      .server(ack: 1),
      .server(ack: 1, len: 1),
      marks: []
    ),
    WiresharkScenario(
      "a higher acknowledgment is not one",
      .client(seq: 1, len: 10),
      .server(ack: 1),
      .server(ack: 11),
      marks: []
    ),
    WiresharkScenario(
      "a lower acknowledgment is not one either",
      .client(seq: 1, len: 10),
      .server(ack: 11),
      .server(ack: 1),
      marks: []
    ),
    WiresharkScenario(
      "an RST is not one",
      .server(ack: 1),
      .server(ack: 1, .rst),
      marks: []
    ),
  ]

  @Test func repetitionsAreNumberedAndPointToTheFirst() {
    let verdicts = ToldSegment.play(
      ToldSegment.handshake + [
        .client(seq: 1, len: 10), .client(seq: 21, len: 10), .server(ack: 11), .server(ack: 11),
        .server(ack: 11), .server(ack: 31), .server(ack: 31),
      ]
    )
    #expect(
      verdicts.map(\.duplicateAckNumber) == [nil, nil, nil, nil, nil, nil, 1, 2, nil, 1]
    )
    #expect(
      verdicts.map(\.duplicateAckFrame) == [nil, nil, nil, nil, nil, nil, 6, 6, nil, 9]
    )
  }

  @Test func newKindOfMultipathOptionExcusesTheNextRepetition() {
    var analysis = WiresharkAnalysis()
    var marks: [WiresharkFlags?] = []
    let acks = [nil, 0b1, nil, 0b101, nil, nil] as [UInt16?]
    for (index, subtypes) in acks.enumerated() {
      var packet = ToldSegment.server(ack: 1).headers(frame: index + 1, milliseconds: 0)
      if let subtypes {
        packet.tcp.options.present.insert(.multipath)
        packet.tcp.options.multipathSubtypes = subtypes
      }
      marks.append(analysis.analyze(packet)?.flags)
    }
    #expect(marks == [[], .duplicateAck, [], .duplicateAck, [], .duplicateAck])
  }
}
