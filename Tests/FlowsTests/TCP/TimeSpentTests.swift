import Packets
import Testing

@testable import Flows

/// Where the time of a connection went, in sessions whose times are known.
struct TimeSpentTests {
  @Test(arguments: cases)
  func timeGoesWhereTheSessionPutIt(_ session: TimedSession) throws {
    let story = Story(session.packets)
    let spent = try #require(story.tcp.timeSpent)
    #expect(TimedSession.text(spent) == session.parts)
    #expect(spent.total == story.flows.last?.duration)
  }

  /// The path of the handshake has 10 ms to each side of the capture point.
  private static let cases: [TimedSession] = [
    TimedSession(
      "a slow server",
      Told.handshake + [
        .client(1, 100), .server(ack: 101, after: 10), .server(1, 500, ack: 101, after: 990),
        .client(101, ack: 501, after: 10),
      ] + Told.close(100, 500),
      "handshake 20, clientThink 1, requestTransfer 10, serverThink 990, responseTransfer 10, "
        + "idle 1, close 20"
    ),
    TimedSession(
      "a server whose answer carries the acknowledgment",
      Told.handshake + [
        .client(1, 100), .server(1, 500, ack: 101, after: 300), .client(101, ack: 501, after: 10),
      ] + Told.close(100, 500),
      "handshake 20, clientThink 1, requestTransfer 10, serverThink 290, responseTransfer 10, "
        + "idle 1, close 20"
    ),
    TimedSession(
      "a client that takes its time before both requests",
      Told.handshake + [
        .client(1, 100, after: 2000), .server(1, 500, ack: 101, after: 15),
        .client(101, ack: 501, after: 10), .client(101, 100, ack: 501, after: 990),
        .server(501, 500, ack: 201, after: 15), .client(201, ack: 1001, after: 10),
      ],
      "handshake 20, clientThink 2990, requestTransfer 20, serverThink 10, responseTransfer 20"
    ),
    TimedSession(
      "a client that comes back after longer than it can have thought",
      Told.handshake + [
        .client(1, 100), .server(1, 500, ack: 101, after: 10), .client(101, ack: 501, after: 10),
        .client(101, 100, ack: 501, after: 6000), .server(501, 500, ack: 201, after: 10),
      ],
      "handshake 20, clientThink 1, requestTransfer 20, responseTransfer 10, idle 6000"
    ),
    TimedSession(
      "a server that speaks first",
      Told.handshake + [
        .server(1, 50, ack: 1, after: 60), .client(1, 20, ack: 51, after: 15),
        .server(51, ack: 21, after: 10),
      ],
      "handshake 20, clientThink 5, requestTransfer 10, serverThink 50, responseTransfer 20"
    ),
    TimedSession(
      "a request in two parts with a pause",
      Told.handshake + [
        .client(1, 100), .server(ack: 101, after: 10), .client(101, 100, after: 500),
        .server(1, 500, ack: 201, after: 10), .client(201, ack: 501, after: 10),
      ],
      "handshake 20, clientThink 491, requestTransfer 30, responseTransfer 10"
    ),
    TimedSession(
      "a response that waits for the client's window",
      Told.handshake + [
        .client(1, 100), .server(1, 1000, ack: 101, after: 10),
        .client(101, ack: 1001, after: 10, window: 0),
        .client(101, ack: 1001, after: 3000, window: 1000),
        .server(1001, 1000, ack: 101, after: 10), .client(101, ack: 2001, after: 10),
      ],
      "handshake 20, clientThink 1, requestTransfer 10, responseTransfer 3030 (window 3000)"
    ),
    TimedSession(
      "a window that stays closed",
      Told.handshake + [
        .client(1, 100), .server(1, 1000, ack: 101, after: 10),
        .client(101, ack: 1001, after: 10, window: 0),
        .client(101, ack: 1001, .rst, after: 4000),
      ],
      "handshake 20, clientThink 1, requestTransfer 10, responseTransfer 4010 (window 4000)"
    ),
    TimedSession(
      "a request that got lost",
      Told.handshake + [
        .client(1, 100), .client(1, 100, after: 400), .server(1, 500, ack: 101, after: 10),
        .client(101, ack: 501, after: 10),
      ],
      "handshake 20, clientThink 1, requestTransfer 410 (loss 400), responseTransfer 10"
    ),
    TimedSession(
      "a response of which a segment got lost",
      Told.handshake + [
        .client(1, 100), .server(1, 500, ack: 101, after: 10), .server(501, 500, ack: 101),
        .client(101, ack: 501, after: 9), .server(501, 500, ack: 101, after: 600),
        .client(101, ack: 1001, after: 10),
      ],
      "handshake 20, clientThink 1, requestTransfer 10, responseTransfer 620 (loss 610)"
    ),
    TimedSession(
      "a request that nobody answers",
      Told.handshake + [
        .client(1, 100), .server(ack: 101, after: 10), .client(101, ack: 1, .fin, after: 30_000),
      ],
      "handshake 20, clientThink 1, requestTransfer 10, unanswered 30000"
    ),
    TimedSession(
      "a connection that was open before the capture",
      [
        .client(500, ack: 900), .client(500, 100, ack: 900, after: 40),
        .server(900, 500, ack: 600, after: 100), .client(600, ack: 1400, after: 10),
      ],
      "serverThink 100, responseTransfer 10, idle 40"
    ),
    TimedSession(
      "a client that finishes its side first",
      Told.handshake + [
        .client(1, 100, .fin), .server(1, 500, ack: 102, .fin, after: 700),
        .client(102, ack: 502, after: 10),
      ],
      "handshake 20, clientThink 1, requestTransfer 10, serverThink 690, close 10"
    ),
  ]

  @Test(arguments: [(19_990, 1), (20_000, 0)] as [(Double, UInt64)])
  func aQuestionThatIsHeldIsNotAnsweredSlowly(milliseconds: Double, slow: UInt64) {
    let replies = Story(
      Told.handshake + [
        .client(1, 100), .server(ack: 101, after: 10),
        .server(1, 500, ack: 101, after: milliseconds), .client(101, 100, ack: 501, after: 10),
        .server(501, 500, ack: 201, after: 30),
      ]
    ).tcp.responder.replies
    #expect(replies.count == 2)
    #expect(replies.slowCount == slow)
    #expect((replies.longest > 1_000_000_000) == (slow == 1))
    #expect(replies.longestTo == (slow == 1 ? 6 : 8))
  }

  @Test func connectionsWithoutDataOrWithOneSideHaveNone() {
    #expect(Story(Told.handshake + Told.close()).tcp.timeSpent == nil)
    let oneWay = Story([Told.syn(), .client(1), .client(1, 100), .client(101, 100)])
    #expect(oneWay.tcp.timeSpent == nil)
  }

  @Test func partsAddUpWhenTheClockGoesBack() throws {
    let story = Story(
      Told.handshake + [
        .client(1, 100), .server(1, 500, ack: 101, after: -500),
        .client(101, 5, ack: 501, after: 20),
        .server(501, 500, ack: 106, after: 900), .client(106, ack: 1001, after: -40),
      ]
    )
    let spent = try #require(story.tcp.timeSpent)
    #expect(spent.total == story.flows.last?.duration)
    #expect(TimeUse.allCases.allSatisfy { spent[$0] >= 0 })
  }
}
