import Testing

@testable import Flows

/// What acknowledgments say: duplicates, gaps of the capture, round trips.
struct AcknowledgmentTests {
  @Test(arguments: duplicates + unseen)
  func acknowledgmentsAreJudged(_ story: EventCase) {
    #expect(Story(story.packets).log == story.log)
  }

  private static let duplicates: [EventCase] = [
    .connected(
      "the highest acknowledgment once more while data is outstanding is a duplicate",
      [.client(1, 100), .client(101, 100), .server(ack: 101), .server(ack: 101)],
      "7 duplicate_ack"
    ),
    .connected(
      "with nothing outstanding it is not",
      [.client(1, 100), .server(ack: 101), .server(ack: 101)]
    ),
    .connected(
      "with another window it is not",
      [.client(1, 100), .client(101, 100), .server(ack: 101), .server(ack: 101, window: 1100)],
      "7 window_update"
    ),
    .connected(
      "unless it brings new SACK blocks",
      [
        .client(1, 100), .client(101, 100), .client(201, 100), .server(ack: 101),
        .server(ack: 101, window: 1100).sack(201..<301),
      ],
      "8 duplicate_ack",
      "8 window_update"
    ),
    .connected(
      "known SACK blocks bring nothing new",
      [
        .client(1, 100), .client(101, 100), .client(201, 100), .server(ack: 101).sack(201..<301),
        .server(ack: 101, window: 1100).sack(201..<301),
      ],
      "8 window_update"
    ),
    .connected(
      "with data it is not",
      [.client(1, 100), .client(101, 100), .server(ack: 101), .server(1, 50, ack: 101)]
    ),
    .connected(
      "an older acknowledgment that comes late is not",
      [
        .client(1, 100), .client(101, 100), .client(201, 100), .server(ack: 201),
        .server(ack: 101),
      ]
    ),
    .connected(
      "progress starts the count again",
      [
        .client(1, 100), .client(101, 100), .client(201, 100), .server(ack: 101),
        .server(ack: 101), .server(ack: 201), .server(ack: 201),
      ],
      "8 duplicate_ack",
      "10 duplicate_ack"
    ),
  ]

  private static let unseen: [EventCase] = [
    .connected(
      "an acknowledgment of bytes never captured shows a gap of the capture",
      [.client(1, 100), .server(ack: 301), .server(ack: 301), .client(301, 100)],
      "5 ack_of_unseen"
    ),
    .connected(
      "they may still come",
      [.client(1, 100), .server(ack: 301), .client(101, 200, after: 5)],
      "5 ack_of_unseen",
      "6 capture_gap_fill (inferred)"
    ),
    .connected(
      "an acknowledgment more than 2^30 away is noise",
      [.client(1, 100), .server(ack: 0x5000_0000), .server(ack: 101)],
      "5 implausible_seq"
    ),
    .connected(
      "so is such a sequence number",
      [.client(1, 100), .client(0x5000_0000, 100), .client(101, 100)],
      "5 implausible_seq"
    ),
  ]

  @Test func bytesAcknowledgedButNeverCapturedAreMissed() {
    let gone = Story(Told.handshake + [.client(1, 100), .server(ack: 301)]).tcp
    #expect(gone.originator.missedBytes == 200)
    #expect(gone.responder.acksOfUnseen == 1)
    let late = Story(Told.handshake + [.client(1, 100), .server(ack: 301), .client(101, 200)]).tcp
    #expect(late.originator.missedBytes == 0)
    #expect(late.originator.captureGapFills == 1)
  }

  @Test func duplicateAcksAreNumbered() {
    let flight: [Told] = (0..<5).map { .client(1 + 100 * $0, 100) }
    let story = Story(Told.handshake + flight + (0..<5).map { _ in .server(ack: 101) })
    let numbers = story.events.filter { $0.kind == .duplicateAck }.map(\.value)
    #expect(numbers == [1, 2, 3, 4])
    #expect(story.tcp.responder.duplicateAcks == 4)
    #expect(story.tcp.responder.tripleDuplicateAcks == 1)
  }

  @Test func selectivelyAcknowledgedBytesAreNotInFlight() {
    let flight: [Told] = (0..<3).map { .client(1 + 100 * $0, 100) }
    let sacked = Story(
      Told.handshake + flight + [.server(ack: 1).sack(101..<301), .client(301, 100)]
    )
    #expect(sacked.tcp.originator.maximumInFlight == 300)
    let plain = Story(Told.handshake + flight + [.server(ack: 1), .client(301, 100)])
    #expect(plain.tcp.originator.maximumInFlight == 400)
  }
}
