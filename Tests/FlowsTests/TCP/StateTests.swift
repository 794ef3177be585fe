import Testing

@testable import Flows

/// Both endpoints through the eleven states, and who is the originator.
struct StateTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let packets: [Told]
    let client: TCPState
    let server: TCPState
  }

  static let cases: [Case] = [
    Case(
      testDescription: "a SYN",
      packets: [.syn()],
      client: .synSent,
      server: .listen
    ),
    Case(
      testDescription: "its SYN-ACK",
      packets: [.syn(), .synAck()],
      client: .synSent,
      server: .synReceived
    ),
    Case(
      testDescription: "the handshake's ACK",
      packets: Told.handshake,
      client: .established,
      server: .established
    ),
    Case(
      testDescription: "a FIN",
      packets: Told.handshake + [.client(1, ack: 1, .fin)],
      client: .finWait1,
      server: .established
    ),
    Case(
      testDescription: "its acknowledgment",
      packets: Told.handshake + [.client(1, ack: 1, .fin), .server(ack: 2)],
      client: .finWait2,
      server: .closeWait
    ),
    Case(
      testDescription: "the other side's FIN",
      packets: Told.handshake + [
        .client(1, ack: 1, .fin), .server(ack: 2), .server(1, ack: 2, .fin),
      ],
      client: .finWait2,
      server: .lastAck
    ),
    Case(
      testDescription: "the last ACK",
      packets: Told.handshake + Told.close(),
      client: .timeWait,
      server: .closed
    ),
    Case(
      testDescription: "FINs that cross",
      packets: Told.handshake + [.client(1, ack: 1, .fin), .server(1, ack: 1, .fin)],
      client: .finWait1,
      server: .finWait1
    ),
    Case(
      testDescription: "the first ACK of FINs that crossed",
      packets: Told.handshake + [
        .client(1, ack: 1, .fin), .server(1, ack: 1, .fin), .server(2, ack: 2),
      ],
      client: .finWait2,
      server: .closing
    ),
    Case(
      testDescription: "both ACKs of FINs that crossed",
      packets: Told.handshake + [
        .client(1, ack: 1, .fin), .server(1, ack: 1, .fin), .server(2, ack: 2), .client(2, ack: 2),
      ],
      client: .timeWait,
      server: .timeWait
    ),
    Case(
      testDescription: "SYNs that cross",
      packets: [.syn(), .server(0, ack: nil, .syn)],
      client: .synReceived,
      server: .synReceived
    ),
    Case(
      testDescription: "a simultaneous open",
      packets: [
        .syn(), .server(0, ack: nil, .syn), .client(0, ack: 1, .syn), .server(0, ack: 1, .syn),
        .client(1),
      ],
      client: .established,
      server: .established
    ),
    Case(
      testDescription: "a reset",
      packets: Told.handshake + [.server(1, ack: 1, .rst)],
      client: .closed,
      server: .closed
    ),
    Case(
      testDescription: "a connection captured from its middle",
      packets: [.client(501, 100, ack: 301)],
      client: .established,
      server: .established
    ),
    Case(
      testDescription: "a FIN that was sent again moves once",
      packets: Told.handshake + [
        .client(1, ack: 1, .fin), .server(ack: 2), .client(1, ack: 1, .fin, after: 300),
        .server(ack: 2),
      ],
      client: .finWait2,
      server: .closeWait
    ),
    Case(
      testDescription: "a FIN beyond a hole is pending",
      packets: Told.handshake + [.client(101, ack: 1, .fin)],
      client: .established,
      server: .established
    ),
    Case(
      testDescription: "until the hole is filled",
      packets: Told.handshake + [.client(101, ack: 1, .fin), .client(1, 100)],
      client: .finWait1,
      server: .established
    ),
    Case(
      testDescription: "or acknowledged",
      packets: Told.handshake + [.client(101, ack: 1, .fin), .server(ack: 102)],
      client: .finWait2,
      server: .closeWait
    ),
  ]

  @Test(arguments: cases)
  func segmentsMoveBothEndpoints(_ story: Case) {
    let tcp = Story(story.packets).tcp
    #expect(tcp.originator.finalState == story.client)
    #expect(tcp.responder.finalState == story.server)
  }

  @Test func crossingSYNsAreReported() {
    let story = Story([.syn(), .server(0, ack: nil, .syn)])
    #expect(story.log == ["2 simultaneous_open"])
    #expect(story.tcp.isSimultaneousOpen)
    #expect(!Story(Told.handshake).tcp.isSimultaneousOpen)
  }

  @Test func everyStateIsReached() {
    let reached = Set(Self.cases.flatMap { [$0.client, $0.server] })
    #expect(reached == Set(TCPState.allCases))
  }

  @Test func aConnectionWithoutSYNIsPartial() {
    #expect(Story([.client(501, 100, ack: 301)]).tcp.isPartial)
    #expect(!Story(Told.handshake).tcp.isPartial)
    #expect(!Story([.synAck(), .client(1, 100)]).tcp.isPartial)
  }

  @Test(arguments: [
    ([Told.syn()], OriginatorEvidence.syn, true),
    ([.synAck()], .synAck, true),
    ([.client(501, 10, ack: 301).text("GET / HT")], .payload, true),
    ([.server(301, 10, ack: 501).text("HTTP/1.1")], .payload, true),
    ([.server(301, 10, ack: 501)], .port, true),
  ])
  func originatorIsFoundWithoutTheOpening(
    packets: [Told],
    evidence: OriginatorEvidence,
    isClient: Bool
  ) throws {
    let flow = try #require(Story(packets).flows.first)
    #expect(flow.originatorEvidence == evidence)
    #expect((flow.originator.port == Told.clientPort) == isClient)
  }

  @Test func sequenceNumbersWrapAround() {
    let story = Story(
      (Told.handshake
        + (0..<10).flatMap { (index: Int64) -> [Told] in
          [
            .client(1 + 100 * index, 100, ack: 1 + 50 * index),
            .server(1 + 50 * index, 50, ack: 101 + 100 * index),
          ]
        } + Told.close(1000, 500)).map { $0.numbered(client: 0xffff_fe00, server: 0xffff_fffe) }
    )
    #expect(story.log.isEmpty)
    #expect(story.tcp.originator.uniqueBytes == 1000)
    #expect(story.tcp.originator.ackedBytes == 1000)
    #expect(story.tcp.responder.sequenceBytes == 500)
    #expect(story.tcp.originator.initialSequence == 0xffff_fe00)
    #expect(story.flows.first?.ending == .finished)
  }

  @Test func retransmissionsAcrossTheWrapAreFound() {
    let packets: [Told] = [
      .client(1, 100), .client(101, 100), .server(ack: 101), .client(101, 100, after: 60),
    ]
    let story = Story((Told.handshake + packets).map { $0.numbered(client: 0xffff_ffff - 150) })
    #expect(story.log == ["7 retransmission tailLossProbe"])
  }

  @Test(arguments: [5000, 7000] as [UInt32])
  func ofTwoSynAcksTheAcknowledgedOneCounts(acknowledged: UInt32) {
    let story = Story([
      .syn(), .synAck().numbered(server: 5000), .synAck().numbered(server: 7000),
      .client(1).numbered(server: acknowledged), .server(1, 100).numbered(server: acknowledged),
      .client(1, ack: 101).numbered(server: acknowledged),
    ])
    #expect(story.log == ["3 syn_ack_changed"])
    #expect(story.tcp.responder.initialSequence == acknowledged)
    #expect(story.tcp.responder.uniqueBytes == 100)
    #expect(story.tcp.responder.ackedBytes == 100)
  }
}
