import Testing

@testable import Flows

/// What made a sender send again, and the loss episodes that retransmissions belong to.
struct RetransmissionKindTests {
  @Test(arguments: causes + confirmations)
  func causeIsFoundInWhatCameBefore(_ story: EventCase) {
    #expect(Story(story.packets).log == story.log)
  }

  /// Five segments of 100 bytes; frames 4 to 8 after a handshake.
  private static let flight: [Told] = (0..<5).map { .client(1 + 100 * $0, 100) }

  private static let causes: [EventCase] = [
    .connected(
      "spurious: the receiver has acknowledged it",
      [.client(1, 100), .server(ack: 101), .client(1, 100, after: 50)],
      "6 retransmission spurious"
    ),
    .connected(
      "fast: the third duplicate ACK asked for it",
      flight + [
        .server(ack: 101), .server(ack: 101), .server(ack: 101), .server(ack: 101),
        .client(101, 100),
      ],
      "10 duplicate_ack",
      "11 duplicate_ack",
      "12 duplicate_ack",
      "12 triple_duplicate_ack",
      "13 retransmission fast"
    ),
    .connected(
      "two duplicate ACKs do not ask for it",
      flight + [
        .server(ack: 101), .server(ack: 101), .server(ack: 101), .client(101, 100),
      ],
      "10 duplicate_ack",
      "11 duplicate_ack",
      "12 retransmission other"
    ),
    .connected(
      "three duplicate ACKs of long ago do not either",
      flight + [
        .server(ack: 101), .server(ack: 101), .server(ack: 101), .server(ack: 101),
        .client(101, 100, after: 40),
      ],
      "10 duplicate_ack",
      "11 duplicate_ack",
      "12 duplicate_ack",
      "12 triple_duplicate_ack",
      "13 retransmission other"
    ),
    .connected(
      "fast: SACK shows more than two segments beyond",
      flight + [.server(ack: 101).sack(201..<501), .client(101, 100)],
      "10 retransmission fast"
    ),
    .connected(
      "fast: SACK shows a later one, a quarter of a round trip after it was sent",
      [
        .client(1, 100), .client(101, 100), .client(201, 100), .server(ack: 101).sack(201..<301),
        .client(101, 100, after: 10),
      ],
      "8 retransmission fast"
    ),
    .connected(
      "tail loss probe: the last segment, without any hint, before the timer",
      [.client(1, 100), .client(101, 100), .client(101, 100, after: 25)],
      "6 retransmission tailLossProbe"
    ),
    .connected(
      "only one probe a flight",
      [
        .client(1, 100), .client(101, 100), .client(101, 100, after: 25),
        .client(101, 100, after: 50),
      ],
      "6 retransmission tailLossProbe",
      "7 retransmission timeout"
    ),
    .connected(
      "timeout: no hint, later than the retransmission timer",
      [.client(1, 100), .client(101, 100), .client(1, 100, after: 60)],
      "6 retransmission timeout"
    ),
    .connected(
      "slow start: what follows a timeout in the same episode",
      [
        .client(1, 100), .client(101, 100), .client(201, 100), .client(1, 100, after: 300),
        .server(ack: 101, after: 10), .client(101, 100),
      ],
      "7 retransmission timeout",
      "8 stall",
      "9 retransmission slowStart"
    ),
  ]

  private static let confirmations: [EventCase] = [
    .connected(
      "a D-SACK confirms that it was not needed",
      [
        .client(1, 100), .client(1, 100, after: 300), .server(ack: 101),
        .server(ack: 101).sack(1..<101),
      ],
      "5 retransmission timeout",
      "6 stall",
      "7 d_sack",
      "7 confirmed_spurious spurious"
    ),
    .connected(
      "a D-SACK inside the block after it as well",
      flight + [
        .server(ack: 101).sack(201..<501), .client(201, 100, after: 300),
        .server(ack: 101).sack(201..<301, 201..<501),
      ],
      "10 retransmission fast",
      "11 d_sack",
      "11 confirmed_spurious spurious",
      "11 duplicate_ack"
    ),
    .connected(
      "a D-SACK of a range that was sent once says nothing about the sender",
      [.client(1, 100), .server(ack: 101), .server(ack: 101).sack(1..<101)],
      "6 d_sack"
    ),
    .connected(
      "a retransmission is confirmed once",
      [
        .client(1, 100), .client(1, 100, after: 300), .server(ack: 101),
        .server(ack: 101).sack(1..<101), .server(ack: 101).sack(1..<101),
      ],
      "5 retransmission timeout",
      "6 stall",
      "7 d_sack",
      "7 confirmed_spurious spurious",
      "8 d_sack"
    ),
  ]

  @Test func confirmationMovesTheCountToSpurious() {
    let story = Story(
      Told.handshake + [
        .client(1, 100), .client(1, 100, after: 300), .server(ack: 101),
        .server(ack: 101).sack(1..<101),
      ]
    )
    #expect(story.tcp.originator.spurious == 1)
    #expect(story.tcp.originator.timeouts == 0)
    #expect(story.tcp.originator.retransmissions == 1)
    #expect(story.tcp.responder.dSacks == 1)
    #expect(story.tcp.responder.selectiveAcks == 1)
  }

  @Test func anEpisodeEndsWhenEverythingSentBeforeItIsAcknowledged() {
    let loss: [Told] = [
      .client(1, 100), .client(101, 100), .client(1, 100, after: 300), .server(ack: 101),
      .client(101, 100), .server(ack: 201, after: 10),
    ]
    #expect(Story(Told.handshake + loss).tcp.originator.lossEpisodes == 1)
    let second: [Told] = [.client(201, 100), .client(201, 100, after: 300), .server(ack: 301)]
    let story = Story(Told.handshake + loss + second)
    #expect(story.tcp.originator.lossEpisodes == 2)
    #expect(story.tcp.originator.timeouts == 2)
    #expect(story.tcp.originator.slowStart == 1)
  }

  @Test func stallTimeIsTheWaitWithoutProgress() {
    let story = Story(
      Told.handshake + [
        .client(1, 100), .client(1, 100, after: 300), .server(ack: 101, after: 10),
      ]
    )
    #expect(story.tcp.originator.stallTime == 310_000_000)
    #expect(story.tcp.responder.stallTime == 0)
  }

  @Test func synsSentAgainAreCountedApart() {
    let story = Story([.syn(), .client(0, ack: nil, .syn, after: 1000), .synAck(), .client(1)])
    #expect(story.tcp.originator.synRetransmissions == 1)
    #expect(story.tcp.originator.retransmissions == 1)
    #expect(story.tcp.originator.retransmittedBytes == 0)
    #expect(story.tcp.handshake.isAmbiguous)
    #expect(story.tcp.handshake.synToSynAck == 10_000_000)
  }

  @Test func furtherTriesOfASegmentAreKnown() {
    let side = Story(
      Told.handshake + [
        .client(1, 100), .client(101, 100), .client(1, 100, after: 300),
        .client(1, 100, after: 600), .client(101, 100, after: 1200), .client(1, 100, after: 10),
      ]
    ).tcp.originator
    #expect(side.retransmissions == 4)
    #expect(side.furtherTries == 2)
  }
}
