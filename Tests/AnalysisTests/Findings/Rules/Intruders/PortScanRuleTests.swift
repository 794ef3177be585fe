import Flows
import Packets
import Testing

@testable import Analysis

struct PortScanRuleTests {
  @Test(
    arguments: [
      (14, 0, false), (15, 0, true), (15, 300, true), (15, 301, false), (30, 600, true),
      (99, 86_400, false), (100, 86_400, true),
    ] as [(UInt64, Int64, Bool)]
  )
  func manyPortsInAShortTimeAreAScan(ports: UInt64, seconds: Int64, isScan: Bool) {
    #expect(PortScanRule.isScan(ports, over: seconds * 1_000_000_000) == isScan)
  }

  @Test(arguments: [ConnectionAttempt.refused, .unanswered, .halfOpen, .aborted, .made])
  func onlyClosedPortsCount(attempt: ConnectionAttempt) throws {
    var story = RuleStory<PortScanRule>()
    for port in 1...15 as ClosedRange<UInt16> {
      story.tell(.attempt(attempt, port, frame: UInt64(port) * 2, milliseconds: Int64(port)))
    }
    guard attempt == .refused || attempt == .unanswered else {
      #expect(story.findings().isEmpty)
      return
    }
    let finding = try #require(story.findings().first)
    #expect(finding.subject.client == IPAddress(v4: 1))
    #expect(finding.subject.server == IPAddress(v4: 2))
    #expect(finding.evidence.frames == (1...15).map { $0 * 2 })
    #expect(finding.evidence.flowCount == 15)
  }

  @Test func onePortAgainAndAgainIsNoScan() {
    var story = RuleStory<PortScanRule>()
    for frame in 1...500 as ClosedRange<UInt64> { story.tell(.attempt(.refused, frame: frame)) }
    #expect(story.findings().isEmpty)
  }

  @Test func theOrderInWhichFlowsEndDoesNotMatter() {
    let records = (1...40 as ClosedRange<UInt16>).map {
      FlowRecord.attempt(.refused, $0, frame: UInt64($0), milliseconds: Int64($0))
    }
    var forward = RuleStory<PortScanRule>()
    for record in records { forward.tell(record) }
    var backward = RuleStory<PortScanRule>()
    for record in records.reversed() { backward.tell(record) }
    #expect(forward.findings().map(\.seen) == backward.findings().map(\.seen))
    #expect(
      forward.findings().map(\.evidence.frames) == backward.findings().map(\.evidence.frames)
    )
  }

  @Test func setsOfPortsAreExactFewOrMany() {
    var set = PortSet()
    for port in (0...UInt16.max).reversed() where port % 3 == 0 {
      let isNew = set.insert(port)
      let isNewAgain = set.insert(port)
      #expect(isNew && !isNewAgain)
    }
    #expect(set.count == 21_846)
  }
}
