import Flows
import Packets
import Testing

@testable import Analysis

struct HostSweepRuleTests {
  @Test(
    arguments: [
      (24, 0, 24, 24, false), (25, 0, 25, 25, true), (25, 300, 25, 25, true),
      (25, 301, 25, 25, false), (250, 100_000, 250, 250, true), (249, 100_000, 249, 249, false),
      (25, 0, 25, 50, true), (25, 0, 25, 51, false),
    ] as [(UInt64, Int64, UInt64, UInt64, Bool)]
  )
  func manyAbsentHostsAreASweep(
    hosts: UInt64,
    seconds: Int64,
    failed: UInt64,
    attempts: UInt64,
    isSweep: Bool
  ) {
    #expect(
      HostSweepRule.isSweep(hosts, over: seconds * 1_000_000_000, failed: failed, of: attempts)
        == isSweep
    )
  }

  @Test func hostsOfOnePortAreCounted() throws {
    var story = RuleStory<HostSweepRule>()
    for host in 1...25 as ClosedRange<UInt32> {
      story.tell(
        .attempt(.unanswered, from: 99, to: 100 + host, 445, frame: UInt64(host))
      )
    }
    let finding = try #require(story.findings().first)
    #expect(finding.subject.client == IPAddress(v4: 99))
    #expect(finding.subject.port == 445)
    #expect(finding.evidence.frames == Array(1...25))
  }

  @Test func differentPortsAreNoSweep() {
    var story = RuleStory<HostSweepRule>()
    for host in 1...100 as ClosedRange<UInt32> {
      story.tell(
        .attempt(.unanswered, from: 99, to: 100 + host, UInt16(1000 + host), frame: UInt64(host))
      )
    }
    #expect(story.findings().isEmpty)
  }

  @Test(arguments: [false, true])
  func echoRequestsAreSweepsWhereNobodyAnswers(isAnswered: Bool) {
    var story = RuleStory<HostSweepRule>()
    for host in 1...25 as ClosedRange<UInt32> {
      var record = FlowRecord.attempt(.unanswered, from: 99, to: 100 + host, 0, frame: UInt64(host))
      record.transport = .icmp
      record.originator.port = 8
      record.backward.packets = isAnswered ? 1 : 0
      story.tell(record)
    }
    #expect(story.findings().count == (isAnswered ? 0 : 1))
  }
}
