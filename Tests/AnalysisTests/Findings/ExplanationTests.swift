import Flows
import Packets
import Testing

@testable import Analysis

/// What one finding explains of others, and what it does not.
struct ExplanationTests {
  private static let second: Int64 = 1_000_000_000

  /// A download of which one segment of twenty was lost.
  private static func lossy(missed: UInt64) -> FlowRecord {
    .connection {
      $0.responder.retransmissions = 50
      $0.responder.fast = 50
      $0.responder.lossEpisodes = 10
      $0.responder.missedBytes = missed
    }
  }

  /// Large segments, sent again and again in vain.
  private static func repeats(flow: UInt64) -> [FlowEvent] {
    (0..<4 as Range<UInt64>).map {
      FlowEvent(
        frame: $0 + 1,
        time: Timestamp(nanoseconds: 0),
        flow: flow,
        stream: 0,
        direction: .responder,
        kind: .retransmission,
        sequence: 1,
        length: 1460
      )
    }
  }

  private static let blackHole = FlowRecord.connection {
    $0.responder.dataSegments = 10
    $0.responder.retransmissions = 4
    $0.responder.timeouts = 4
    $0.responder.stallTime = 2 * second
    $0.responder.uniqueBytes = 1460
    $0.responder.largestDelivered = 0
    // What is small arrives.
    $0.originator.duplicateAcks = 1
  }

  @Test(
    arguments: [(0, .packetLoss), (1460, .packetLoss), (20_000, .lossyCapture)]
      as [(UInt64, FindingKind)]
  )
  func aCauseThatIsNotWorthAFindingExplainsNothing(missed: UInt64, kind: FindingKind) {
    var story = FlowStory()
    story.tell(Self.lossy(missed: missed))
    #expect(story.findings().map(\.kind) == [kind])
  }

  @Test func copiesOfTheMirrorPortDoNotHideLoss() {
    var story = FlowStory()
    var record = Self.lossy(missed: 0)
    record.tcp?.responder.duplicateFrames = 500
    record.tcp?.originator.duplicateFrames = 500
    story.tell(record)
    #expect(Set(story.findings().map(\.kind)) == [.duplicatedCapture, .packetLoss])
  }

  @Test(arguments: [(1, .retransmissionStorm), (2, .mtuBlackHole)] as [(Int, FindingKind)])
  func aStormIsToldWhereItsCauseIsNotSure(connections: Int, kind: FindingKind) {
    var story = FlowStory()
    for _ in 0..<connections { story.tell(Self.blackHole, events: Self.repeats) }
    #expect(story.findings().map(\.kind) == [kind])
  }

  @Test func closedPortsThatAScanMeetsAreNotRefusals() {
    var story = FlowStory()
    for port in 1...20 as ClosedRange<UInt16> { story.tell(.refused, from: 1, to: 2, port) }
    #expect(story.findings().map(\.kind) == [.portScan])
  }

  @Test func absentHostsThatASweepMeetsAreNotMissed() {
    var story = FlowStory()
    for host in 100..<130 as Range<UInt32> { story.tell(.unanswered, from: 1, to: host, 22) }
    #expect(story.findings().map(\.kind) == [.hostSweep])
  }

  @Test func aServiceThatRefusesItsUsersIsToldOfInSpiteOfAScan() throws {
    var story = FlowStory()
    for port in 430...450 as ClosedRange<UInt16> { story.tell(.refused, from: 1, to: 2, port) }
    for user in 10...20 as ClosedRange<UInt32> { story.tell(.refused, from: user, to: 2, 443) }
    let findings = story.findings()
    #expect(findings.map(\.kind) == [.connectionRefused, .portScan])
    #expect(findings.first?.subject.port == 443)
    #expect(findings.first?.severity == .critical)
  }

  @Test(arguments: [(.refused, true), (.unanswered, false)] as [(ConnectionAttempt, Bool)])
  func onlySilenceIsTheCaptures(attempt: ConnectionAttempt, isTold: Bool) {
    var story = FlowStory()
    for _ in 0..<20 {
      story.tell(
        .connection(
          change: { $0.backward.packets = 0 },
          tcp: { $0.originator.acksOfUnseen = 100 }
        )
      )
    }
    for port in 1...20 as ClosedRange<UInt16> {
      story.tell(attempt, from: 1, to: 2, port, times: 1)
    }
    let kinds = Set(story.findings().map(\.kind))
    #expect(kinds == (isTold ? [.oneWayCapture, .portScan] : [.oneWayCapture]))
  }
}
