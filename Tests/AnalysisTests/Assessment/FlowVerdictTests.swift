import Flows
import Packets
import Testing

@testable import Analysis

/// What set the pace of connections of three seconds.
struct FlowVerdictTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var limit: FlowVerdict.Limit
    var change: @Sendable (inout TCPSummary) -> Void
    var testDescription: String { limit.rawValue }
  }

  static let cases: [Case] = [
    Case(limit: .network) { _ in },
    Case(limit: .network) { $0.originator.stallTime = 2_000_000_000 },
    Case(limit: .receiverWindow) {
      $0.responder.zeroWindowTime = 1_000_000_000
      $0.originator.windowLimitedTime = 1_000_000_000
    },
    Case(limit: .sender) { $0.responder.applicationLimitedTime = 1_800_000_000 },
    Case(limit: .unknown) {
      $0.originator.stallTime = 1_000_000_000
      $0.responder.zeroWindowTime = 1_000_000_000
      $0.responder.applicationLimitedTime = 1_000_000_000
    },
    Case(limit: .unknown) { $0.originator.missedBytes = 100_000 },
  ]

  @Test(arguments: cases)
  func whatTookHalfOfTheTimeSetThePace(_ each: Case) throws {
    let record = FlowRecord.connection(each.change)
    let verdict = try #require(FlowVerdict(record))
    #expect(verdict.limit == each.limit)
    #expect((verdict.reason == nil) == (each.limit != .unknown))
    let windows = verdict.closedWindow + verdict.fullWindow
    let ends = verdict.server + verdict.client + verdict.sender
    #expect(verdict.loss + windows + ends + verdict.path == record.duration)
  }

  @Test func quickConnectionsAndEmptyOnesHaveNone() {
    let quick = FlowRecord.connection(change: { $0.last = Timestamp(nanoseconds: 1_500_000_000) })
    #expect(FlowVerdict(quick) == nil)
    let empty = FlowRecord.connection {
      $0.originator.uniqueBytes = 0
      $0.responder.uniqueBytes = 0
    }
    #expect(FlowVerdict(empty) == nil)
  }
}
