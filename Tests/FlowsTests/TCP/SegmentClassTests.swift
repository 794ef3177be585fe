import Testing

@testable import Flows

/// Every class of segment, by the rule that makes it one.
struct SegmentClassTests {
  @Test(arguments: copies + keepAlives + repeats + fills)
  func segmentsAreClassifiedByEvidence(_ story: EventCase) {
    #expect(Story(story.packets).log == story.log)
  }

  // Rule 1.
  private static let copies: [EventCase] = [
    .connected(
      "an identical packet within half a round trip is the mirror's copy",
      [.client(1, 100).id(7), .client(1, 100, after: 0.5).id(7)],
      "5 duplicate_frame"
    ),
    .connected(
      "a routed mirror lowers the hop limit of its copy",
      [.client(1, 100).id(7), .client(1, 100, after: 0.5).id(7).hopLimit(59)],
      "5 duplicate_frame"
    ),
    .connected(
      "the same identification after more than half a round trip was sent again",
      [.client(1, 100).id(7), .client(1, 100, after: 15).id(7)],
      "5 retransmission tailLossProbe"
    ),
    .connected(
      "another identification was sent again however soon",
      [.client(1, 100).id(7), .client(1, 100, after: 0.5).id(8)],
      "5 retransmission other"
    ),
    .connected(
      "without identification a copy comes within a millisecond",
      [.client(1, 100), .client(1, 100, after: 0.5)],
      "5 duplicate_frame"
    ),
    .connected(
      "without identification a later one was sent again",
      [.client(1, 100), .client(1, 100, after: 2)],
      "5 retransmission other"
    ),
    .connected(
      "a copy of a pure acknowledgment is no duplicate ACK",
      [.client(1, 100), .server().id(9), .server(after: 0.5).id(9)],
      "5 duplicate_ack",
      "6 duplicate_frame"
    ),
    .connected(
      "a second acknowledgment with its own identification is one",
      [.client(1, 100), .server().id(9), .server(after: 0.5).id(10)],
      "5 duplicate_ack",
      "6 duplicate_ack"
    ),
    .connected(
      "a copy of a reset is not a second reset",
      [
        .client(1, ack: 1, .rst).id(5), .client(1, ack: 1, .rst, after: 0.5).id(5),
      ],
      "4 reset",
      "5 duplicate_frame"
    ),
  ]

  // Rule 2.
  private static let keepAlives: [EventCase] = [
    .connected(
      "an empty segment one below the next byte is a keep-alive",
      [
        .client(1, 100), .server(ack: 101), .client(100, after: 1000), .server(ack: 101),
      ],
      "6 keep_alive",
      "7 keep_alive_ack"
    ),
    .connected(
      "so is the last byte once more, after it was acknowledged",
      [.client(1, 100), .server(ack: 101), .client(100, 1, after: 1000)],
      "6 keep_alive"
    ),
    .connected(
      "a single byte that was not acknowledged is sent again",
      [.client(1, 1), .client(1, 1, after: 300)],
      "5 retransmission timeout"
    ),
    .connected(
      "one byte into a closed window is a probe",
      [
        .client(1, 100), .server(ack: 101, window: 0), .client(101, 1, after: 200),
        .server(ack: 101, window: 0),
      ],
      "5 zero_window",
      "5 window_shrink",
      "6 window_probe",
      "7 zero_window"
    ),
    .connected(
      "so is a keep-alive while the window is closed",
      [.client(1, 100), .server(ack: 101, window: 0), .client(100, after: 200)],
      "5 zero_window",
      "5 window_shrink",
      "6 window_probe"
    ),
  ]

  // Rules 3 to 5.
  private static let repeats: [EventCase] = [
    .connected("bytes in order are new", [.client(1, 100), .client(101, 100)]),
    .connected("bytes beyond the next open a hole", [.client(1, 100), .client(201, 1)], "5 gap"),
    .connected(
      "bytes seen before were sent again",
      [.client(1, 100), .client(101, 100), .client(1, 100, after: 300)],
      "6 retransmission timeout"
    ),
    .connected(
      "a part of them as well",
      [.client(1, 100), .client(101, 100), .client(21, 30, after: 300)],
      "6 retransmission timeout"
    ),
    .connected(
      "bytes seen before with new ones behind them were sent again in part",
      [.client(1, 100), .client(51, 100, after: 300)],
      "5 retransmission_partial timeout"
    ),
    .connected(
      "a FIN follows the same rules",
      [.client(1, ack: 1, .fin), .client(1, ack: 1, .fin, after: 300)],
      "5 retransmission timeout"
    ),
    EventCase(
      "a SYN follows the same rules",
      [.syn(), .client(0, ack: nil, .syn, after: 1000)],
      "2 retransmission timeout"
    ),
    .connected(
      "other bytes in the place of bytes seen before are inconsistent",
      [.client(1, 100).payloadSum(5), .client(1, 100, after: 300).payloadSum(6)],
      "5 inconsistent_overlap",
      "5 retransmission timeout"
    ),
    EventCase(
      "the first segment of a side is never a repeat",
      [.client(501, 100), .client(401, 100, after: 5)],
      "2 capture_gap_fill (inferred)"
    ),
  ]

  // Rules 6 to 11.
  private static let fills: [EventCase] = [
    .connected(
      "a copy with an older timestamp than the one before it is the late original",
      [
        .client(1, 100).stamp(10), .client(201, 100).stamp(12),
        .client(101, 100, after: 300).stamp(50), .client(101, 100).stamp(11),
      ],
      "5 gap",
      "6 retransmission_of_uncaptured timeout (inferred)",
      "6 stall",
      "7 late_original (inferred)"
    ),
    .connected(
      "it shows that the copy before it was the retransmission",
      [
        .client(1, 100).stamp(10), .client(201, 100).stamp(12), .client(101, 100).stamp(12),
        .client(101, 100, after: 5).stamp(11),
      ],
      "5 gap",
      "6 reordered (inferred)",
      "7 reclassified other (inferred)",
      "7 late_original (inferred)"
    ),
    .connected(
      "of two fills without evidence one is the original",
      [
        .client(1, 100), .client(201, 100), .client(101, 100), .client(101, 100, after: 5),
      ],
      "5 gap",
      "6 reordered (inferred)",
      "7 second_copy_ambiguous (unknown)"
    ),
    .connected(
      "an older timestamp than the hole's opener was only late",
      [
        .client(1, 100).stamp(10), .client(201, 100).stamp(12),
        .client(101, 100, after: 50).stamp(11),
      ],
      "5 gap",
      "6 reordered (inferred)"
    ),
    .connected(
      "an older identification of a counting sender was only late",
      counting + [.client(801, 100).id(10), .client(701, 100, after: 50).id(9)],
      "11 gap",
      "12 reordered (inferred)"
    ),
    .connected(
      "a newer identification of a counting sender was sent again",
      counting + [.client(801, 100).id(10), .client(701, 100, after: 50).id(11)],
      "11 gap",
      "12 retransmission_of_uncaptured timeout (inferred)",
      "12 stall"
    ),
    .connected(
      "sooner than a round trip nobody can have sent again",
      [.client(1, 100), .client(201, 100), .client(101, 100, after: 15)],
      "5 gap",
      "6 reordered (inferred)"
    ),
    .connected(
      "later than a round trip and reported by a duplicate ACK was sent again",
      [
        .client(1, 100), .client(201, 100), .server(ack: 101), .server(ack: 101),
        .client(101, 100, after: 40),
      ],
      "5 gap",
      "7 duplicate_ack",
      "8 retransmission_of_uncaptured timeout (inferred)",
      "8 stall"
    ),
    .connected(
      "later than a round trip and not reported cannot be told",
      [.client(1, 100), .client(201, 100), .client(101, 100, after: 40)],
      "5 gap",
      "6 hole_fill_unknown (unknown)"
    ),
    .connected(
      "between 0.8 and one round trip cannot be told",
      [.client(1, 100), .client(201, 100), .client(101, 100, after: 18)],
      "5 gap",
      "6 hole_fill_unknown (unknown)"
    ),
    .connected(
      "bytes acknowledged before they come were lost or delayed by the capture",
      [.client(1, 100), .client(201, 100), .server(ack: 301), .client(101, 100)],
      "5 gap",
      "7 capture_gap_fill (inferred)"
    ),
  ]

  /// Seven segments whose identification counts up.
  private static let counting: [Told] = (0..<7).map {
    .client(1 + 100 * $0, 100).id(UInt16($0 + 2))
  }

  @Test func countersFollowTheClasses() {
    let story = Story(
      Told.handshake + [
        .client(1, 100), .client(201, 100), .client(101, 100), .client(201, 100, after: 300),
        .client(251, 100, after: 5), .server(ack: 351),
      ]
    )
    let side = story.tcp.originator
    #expect(side.dataSegments == 5)
    #expect(side.reordered == 1)
    #expect(side.retransmissions == 1)
    #expect(side.retransmissionsPartial == 1)
    #expect(side.headlineRetransmissions == 2)
    #expect(side.retransmittedBytes == 150)
    #expect(side.uniqueBytes == 350)
    #expect(side.ackedBytes == 350)
    #expect(side.maximumReorderTime == 1_000_000)
    #expect(side.maximumReorderExtent == 1)
    #expect(story.tcp.responder.headlineRetransmissions == 0)
  }
}
