import Flows
import Packets
import Testing

@testable import Analysis

/// Shares of a service's connections, where there are more services than are counted.
struct ServiceShareTests {
  private static func made(_ story: inout FlowStory, by client: UInt32 = 5, at server: UInt32) {
    var record = FlowRecord.attempt(.made, from: client, to: server, 443)
    record.tcp?.stages = StageTimes()
    story.tell(record)
  }

  private static var limits: FindingLimits {
    var limits = FindingLimits()
    limits.services = 8
    return limits
  }

  @Test func aScanDoesNotHideThatAServiceWorks() {
    var story = FlowStory(limits: Self.limits)
    for port in 1...40 as ClosedRange<UInt16> {
      story.tell(.refused, from: 1, to: 2, port, times: 1)
    }
    for _ in 0..<100 { Self.made(&story, at: 7) }
    story.tell(.refused, from: 5, to: 7, 443, times: 5)
    #expect(story.findings().map(\.kind) == [.portScan])
  }

  @Test func manyServicesDoNotHideThatALaterOneWorks() {
    var story = FlowStory(limits: Self.limits)
    for server in 100..<120 as Range<UInt32> { Self.made(&story, at: server) }
    for _ in 0..<100 { Self.made(&story, at: 7) }
    story.tell(.refused, from: 5, to: 7, 443, times: 5)
    #expect(story.findings().isEmpty)
    #expect(story.ending().bounds.uncountedServices > 0)
  }

  @Test(arguments: [(0, .critical), (20, .warning)] as [(UInt32, Severity)])
  func whatWasForgottenMayHaveWorked(services: UInt32, severity: Severity) {
    var story = FlowStory(limits: Self.limits)
    for server in 0..<services { Self.made(&story, at: 100 + server) }
    story.tell(.refused, from: 5, to: 7, 443, times: 5)
    #expect(story.findings().map(\.severity) == [severity])
  }

  @Test func aClientThatIsNotCountedIsNotCalledSlow() {
    for others in [0, 20] as [UInt32] {
      var story = FlowStory(limits: Self.limits)
      for client in 0..<others { Self.made(&story, by: 100 + client, at: 7) }
      for _ in 0..<5 {
        story.tell(
          .connection(
            change: {
              $0.originator.address = IPAddress(v4: 1)
              $0.responder = Endpoint(address: IPAddress(v4: 7), port: 443)
            },
            tcp: { $0.stages = .milliseconds(10, 1, 3000, 10, 1) }
          )
        )
      }
      #expect(story.findings().map(\.kind) == (others == 0 ? [.slowClient] : []))
    }
  }

  @Test func manyClientsAreAtLeastSoMany() {
    var story = FlowStory()
    for client in 100..<300 as Range<UInt32> {
      story.tell(.refused, from: client, to: 7, 443, times: 1)
    }
    #expect(story.findings().first?.seen.contains("of 64 or more clients") == true)
  }

  @Test func joinedServicesAreAsBadAsTheWorst() throws {
    var story = FlowStory()
    for server in 1...4 as ClosedRange<UInt32> {
      for _ in 0..<2 {
        story.tell(
          .connection(
            change: { $0.responder.address = IPAddress(v4: server) },
            tcp: { $0.handshake.synToSynAck = server == 3 ? 700_000_000 : 320_000_000 }
          )
        )
      }
    }
    let finding = try #require(story.findings().first)
    #expect(story.findings().count == 1)
    #expect(finding.kind == .highRTT)
    #expect(finding.severity == .warning)
    #expect(finding.seen.hasSuffix("The worst is 0.0.0.3:80."))
  }

  @Test func clientsOfOneServiceStayOneServices() throws {
    var story = FlowStory()
    for client in 1...5 as ClosedRange<UInt32> {
      for _ in 0..<4 {
        story.tell(
          .connection(
            change: { $0.originator.address = IPAddress(v4: client) },
            tcp: { $0.stages = .milliseconds(1, 1, 3000, 1, 1) }
          )
        )
      }
    }
    let finding = try #require(story.findings().first)
    #expect(finding.kind == .slowClient)
    #expect(finding.subject.server == IPAddress(v4: 0x0a00_0002))
    #expect(finding.subject.port == 80)
    #expect(finding.subject.client == nil)
    #expect(finding.seen.contains("10.0.0.2:80"))
    #expect(!finding.seen.contains("5 services"))
  }
}
