import Packets
import Testing

@testable import Flows

/// The window that each side offers: scale, closed times, updates, limits.
struct WindowTests {
  @Test(arguments: cases)
  func windowsAreFollowed(_ story: EventCase) {
    #expect(Story(story.packets).log == story.log)
  }

  private static let cases: [EventCase] = [
    .connected(
      "a window opens without new data",
      [.client(1, 100), .server(ack: 101, window: 0), .server(ack: 101, after: 50)],
      "5 zero_window",
      "5 window_shrink",
      "6 window_update"
    ),
    .connected(
      "a larger window with an acknowledgment is no update",
      [.client(1, 100), .server(ack: 101, window: 2000)]
    ),
    EventCase(
      "the window is full when it holds as much as was offered",
      Told.scaledHandshake + [
        .client(1, 100), .server(ack: 101, window: 125), .client(101, 500), .client(601, 500),
      ],
      "7 window_full"
    ),
    .connected(
      "a smaller window whose edge moves left is shrinking",
      [.client(1, 100), .server(ack: 101, window: 600), .server(ack: 101, window: 400)],
      "5 window_shrink",
      "6 window_shrink"
    ),
    .connected(
      "a smaller window whose edge stays is only filling up",
      [.client(1, 100), .server(ack: 101, window: 900)]
    ),
  ]

  @Test func closedTimeLastsUntilTheWindowOpens() {
    let closed: [Told] = [.client(1, 100), .server(ack: 101, window: 0)]
    let opened = Story(Told.handshake + closed + [.server(ack: 101, after: 50)]).tcp.responder
    #expect(opened.zeroWindows == 1)
    #expect(opened.zeroWindowTime == 50_000_000)
    #expect(opened.windowUpdates == 1)
    let again: [Told] = [.server(ack: 101, after: 30, window: 0), .server(ack: 101, after: 20)]
    let twice = Story(Told.handshake + closed + again).tcp.responder
    #expect(twice.zeroWindows == 2)
    #expect(twice.zeroWindowTime == 50_000_000)
    let never = Story(Told.handshake + closed + [.client(101, after: 70)]).tcp.responder
    #expect(never.zeroWindowTime == 70_000_000)
  }

  /// The client's last data, the server's closed window 1 ms later, and what comes then; how long
  /// data waited for it, in milliseconds.
  @Test(
    arguments: [
      ([.server(1, 9, ack: 101, after: 5000)], 0),
      ([.server(ack: 101, after: 5000), .client(101, 100, after: 500)], 0),
      ([.server(ack: 101, after: 5000), .client(101, 100, after: 10)], 5000),
      ([.server(1, 9, ack: 101, after: 5000), .client(101, 100, ack: 10)], 0),
      (
        [.server(ack: 101, after: 5000), .server(1, 9, ack: 101), .client(101, 100, ack: 10)], 0
      ),
      ([.client(100, after: 300), .server(ack: 101, after: 5000)], 5300),
      ([.client(101, 1, after: 300), .server(1, 9, ack: 101, after: 5000)], 5300),
      ([.client(100, after: 9000), .server(ack: 101, after: 5000)], 6000),
      ([.client(100, after: 300), .client(100, after: 600)], 900),
    ] as [([Told], Int64)]
  )
  func aClosedWindowHoldsUpOnlyWhoHasDataForIt(after: [Told], milliseconds: Int64) {
    let closed: [Told] = [.client(1, 100), .server(ack: 101, window: 0)]
    let side = Story(Told.handshake + closed + after).tcp.responder
    #expect(side.zeroWindows == 1)
    #expect(side.zeroWindowWait == milliseconds * 1_000_000)
    #expect(side.zeroWindowWait <= side.zeroWindowTime)
  }

  @Test(arguments: [(1101, 10), (301, 10_015)] as [(Int64, Int64)])
  func aWindowIsFullUntilAFullSegmentFits(acknowledged: Int64, milliseconds: Int64) {
    let side = Story(
      Told.scaledHandshake + [
        .client(1, 100), .server(ack: 101, window: 125), .client(101, 500), .client(601, 500),
        .server(ack: acknowledged, after: 10, window: 125),
        .server(ack: acknowledged, after: 5, window: 125), .client(1101, 10, after: 10_000),
      ]
    ).tcp.originator
    #expect(side.windowLimitedTime == milliseconds * 1_000_000)
  }

  @Test(arguments: [
    (UInt8?(3), UInt8?(3), UInt32(800)), (3, nil, 100), (nil, 3, 100), (nil, nil, 100),
    (3, 15, 100 << 14), (3, 200, 100 << 14), (0, 0, 100),
  ])
  func scaleCountsOnlyWhenBothOfferedIt(client: UInt8?, server: UInt8?, window: UInt32) {
    var (syn, synAck) = (Told.syn(), Told.synAck())
    if let client { syn = syn.scale(client) }
    if let server { synAck = synAck.scale(server) }
    let side = Story([syn, synAck, .client(1), .server(1, 10, window: 100)]).tcp.responder
    #expect(side.maximumWindow == window)
    let isScaled = client != nil && server != nil
    #expect(side.windowScale == (isScaled ? server.map { min($0, 14) } : nil))
  }

  @Test func windowsOfTheOpeningAreNotScaled() {
    let packets: [Told] = [.syn().scale(3), .synAck().scale(3), .client(1), .client(1, 100)]
    #expect(Story(packets).tcp.originator.minimumWindow == 8000)
    #expect(Story([.syn().scale(3)]).tcp.originator.maximumWindow == nil)
  }

  @Test func withoutTheOpeningTheScaleIsUnknown() {
    let side = Story([.server(501, 10, ack: 301, window: 100)]).tcp.responder
    #expect(side.windowScale == nil)
    #expect(side.maximumWindow == 100)
    let story = Story([.server(501, ack: 301, window: 50), .client(301, 100, ack: 501)])
    #expect(story.log.isEmpty)
  }

  @Test func congestionNotificationIsNegotiatedInTheHandshake() {
    let offered = Told.client(0, ack: nil, [.syn, .ece, .cwr])
    let accepted = Told.server(0, ack: 1, [.syn, .ece])
    #expect(Story([offered, accepted, .client(1)]).tcp.ecnNegotiated)
    #expect(!Story([offered, .synAck(), .client(1)]).tcp.ecnNegotiated)
    #expect(!Story([.syn(), accepted, .client(1)]).tcp.ecnNegotiated)
    let echoed = Story([
      offered, accepted, .client(1), .server(1, ack: 1, .ece), .client(1, ack: 1, .cwr),
    ])
    #expect(echoed.tcp.responder.ecnEchoes == 1)
    #expect(echoed.tcp.originator.congestionWindowReduced == 1)
  }
}
