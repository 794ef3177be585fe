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

  /// Three seconds, of which so many are of these uses and the others of the response's transfer.
  private static func spent(_ uses: (TimeUse, Int64)...) -> TimeSpent {
    var spent = TimeSpent()
    spent[.responseTransfer] = 3_000_000_000
    for (use, milliseconds) in uses {
      spent[use] += milliseconds * 1_000_000
      spent[.responseTransfer] -= milliseconds * 1_000_000
    }
    return spent
  }

  static let cases: [Case] = [
    Case(limit: .network) { $0.timeSpent = spent() },
    Case(limit: .network) { $0.timeSpent = spent((.tlsHandshake, 2000)) },
    Case(limit: .network) {
      $0.timeSpent = spent()
      $0.timeSpent?.responseStalls.loss = 2_000_000_000
    },
    Case(limit: .receiverWindow) {
      $0.timeSpent = spent()
      $0.timeSpent?.responseStalls.closedWindow = 1_000_000_000
      $0.originator.windowLimitedTime = 2_000_000_000
    },
    Case(limit: .server) {
      $0.timeSpent = spent((.serverThink, 1600))
      $0.responder.replies.sum = 1_600_000_000
    },
    Case(limit: .sender) { $0.timeSpent = spent((.serverThink, 1600)) },
    Case(limit: .client) { $0.timeSpent = spent((.clientThink, 1600)) },
    // A connection that is kept for the next request.
    Case(limit: .idle) {
      $0.timeSpent = spent((.idle, 1600))
      $0.originator.replies.sum = 1_600_000_000
    },
    Case(limit: .idle) { $0.timeSpent = spent((.unanswered, 800), (.close, 800)) },
    Case(limit: .unknown) {
      $0.timeSpent = spent((.serverThink, 1000), (.idle, 1000))
    },
    Case(limit: .unknown) {
      $0.timeSpent = spent()
      $0.originator.missedBytes = 100_000
    },
  ]

  @Test(arguments: cases)
  func whatTookHalfOfTheTimeSetThePace(_ each: Case) throws {
    let record = FlowRecord.connection(each.change)
    let verdict = try #require(FlowVerdict(record))
    #expect(verdict.limit == each.limit)
    #expect((verdict.reason == nil) == (each.limit != .unknown))
    let windows = verdict.closedWindow + verdict.fullWindow
    let ends = verdict.server + verdict.client + verdict.sender + verdict.idle
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

  @Test func oneDirectionTellsNothing() throws {
    let verdict = try #require(FlowVerdict(.connection()))
    #expect(verdict.limit == .unknown)
    #expect(verdict.reason == "Only one direction was captured.")
    #expect(verdict.path == 0)
  }
}
