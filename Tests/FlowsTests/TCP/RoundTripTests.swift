import Testing

@testable import Flows

/// Round-trip samples: Karn's rule, what lies before a segment, and timestamps.
struct RoundTripTests {
  /// A story and the originator's samples in milliseconds, the SYN's 10 ms first.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let packets: [Told]
    let samples: [Double]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "an acknowledgment that ends at a segment's end samples it",
      packets: [.client(1, 100), .server(ack: 101, after: 8)],
      samples: [10, 8]
    ),
    Case(
      testDescription: "one that covers several samples the last",
      packets: [.client(1, 100), .client(101, 100, after: 5), .server(ack: 201, after: 8)],
      samples: [10, 8]
    ),
    Case(
      testDescription: "one that ends inside a segment samples nothing",
      packets: [.client(1, 100), .server(ack: 51, after: 8)],
      samples: [10]
    ),
    Case(
      testDescription: "a segment sent twice is no sample",
      packets: [.client(1, 100), .client(1, 100, after: 300), .server(ack: 101, after: 8)],
      samples: [10]
    ),
    Case(
      testDescription: "a segment that waited for an earlier one sent again is no sample",
      packets: [
        .client(1, 100), .client(101, 100), .client(1, 100, after: 300),
        .server(ack: 201, after: 8),
      ],
      samples: [10]
    ),
    Case(
      testDescription: "a later one sent again does not matter",
      packets: [
        .client(1, 100), .client(101, 100), .client(101, 100, after: 25),
        .server(ack: 101, after: 8),
      ],
      samples: [10, 34]
    ),
    Case(
      testDescription: "a segment sent after a retransmission is a sample",
      packets: [
        .client(1, 100), .client(1, 100, after: 300), .client(101, 100),
        .server(ack: 201, after: 8),
      ],
      samples: [10, 8]
    ),
    Case(
      testDescription: "a segment during which acknowledged bytes were sent again is no sample",
      packets: [
        .client(1, 100), .server(ack: 101, after: 8), .client(101, 100),
        .client(1, 100, after: 30), .server(ack: 201, after: 8),
      ],
      samples: [10, 8]
    ),
    Case(
      testDescription: "a segment that waited for an earlier one to arrive is no sample",
      packets: [
        .client(1, 100), .client(201, 100), .client(101, 100, after: 5),
        .server(ack: 301, after: 8),
      ],
      samples: [10]
    ),
    Case(
      testDescription: "a FIN is a sample",
      packets: [.client(1, ack: 1, .fin), .server(ack: 2, after: 12)],
      samples: [10, 12]
    ),
    Case(
      testDescription: "bytes that were not captured are no sample",
      packets: [.client(1, 100), .server(ack: 201, after: 8)],
      samples: [10]
    ),
  ]

  @Test(arguments: cases)
  func samplesFollowKarnsRule(_ story: Case) {
    let rtt = Story(Told.handshake + story.packets).tcp.originator.rtt
    let nanoseconds = story.samples.map { Int64($0 * 1_000_000) }
    #expect(rtt.count == UInt64(nanoseconds.count))
    #expect(rtt.minimum == nanoseconds.min())
    #expect(rtt.maximum == nanoseconds.max())
    #expect(rtt.mean == nanoseconds.reduce(0, +) / Int64(nanoseconds.count))
  }

  @Test func timestampsMeasureWhatWasSentAgain() {
    let story = Story(
      Told.handshake + [
        .client(1, 100).stamp(5), .client(1, 100, after: 300).stamp(305),
        .server(ack: 101, after: 8).stamp(9, echo: 5),
      ]
    )
    #expect(story.tcp.originator.rtt.count == 1)
    #expect(story.tcp.originator.timestampRTT.count == 1)
    #expect(story.tcp.originator.timestampRTT.minimum == 308_000_000)
  }

  @Test func anAckThatWaitedIsMarked() {
    let small: [Told] = [.client(1, 1000), .server(ack: 1001, after: 8)]
    let waited: [Told] = [.client(1001, 10, after: 100), .server(ack: 1011, after: 60)]
    let rtt = Story(Told.handshake + small + waited).tcp.originator.rtt
    #expect(rtt.delayedAckSuspects == 1)
    #expect(Story(Told.handshake + small).tcp.originator.rtt.delayedAckSuspects == 0)
  }

  @Test func handshakeHalvesAreTakenAtTheCapturePoint() {
    let handshake = Story(
      [.syn(), .server(0, ack: 1, .syn, after: 30), .client(1, after: 2)]
    ).tcp.handshake
    #expect(handshake.synToSynAck == 30_000_000)
    #expect(handshake.synAckToAck == 2_000_000)
    #expect(handshake.roundTrip == 32_000_000)
    #expect(!handshake.isAmbiguous)
    #expect(handshake.synToReset == nil)
  }

  @Test func aRefusalIsNoRoundTrip() {
    let tcp = Story([.syn(), .server(0, ack: 1, .rst, after: 30)]).tcp
    #expect(tcp.isRefused)
    #expect(tcp.handshake.synToReset == 30_000_000)
    #expect(tcp.handshake.roundTrip == nil)
    #expect(tcp.originator.rtt.count == 0)
  }

  @Test func stagesOfTheFirstRequestAreTimed() {
    let stages = Story(
      Told.handshake + [
        .client(1, 200, after: 7), .server(ack: 201, after: 20),
        .server(1, 500, ack: 201, after: 40),
      ]
    ).tcp.stages
    #expect(stages.clientDelay == 7_000_000)
    #expect(stages.requestToAck == 20_000_000)
    #expect(stages.serverDelay == 40_000_000)
  }

  /// Acknowledgments that ride on answers have waited for the application.
  @Test func pureAcksAreApart() {
    let acks = Story(
      Told.handshake + [
        .client(1, 100), .server(ack: 101, after: 8), .client(101, 100), .client(201, 100),
        .server(ack: 301, after: 18), .client(301, 100), .server(1, 50, ack: 401, after: 600),
      ]
    ).tcp.originator.rtt
    #expect(acks.count == 4)
    #expect(acks.maximum == 600_000_000)
    #expect(acks.pureAcks.count == 2)
    #expect(acks.pureAcks.minimum == 8_000_000)
    #expect(acks.pureAcks.maximum == 18_000_000)
    #expect(acks.pureAcks.meanVariation == 10_000_000)
    #expect(acks.pureAcks.prompt == 1)
  }
}
