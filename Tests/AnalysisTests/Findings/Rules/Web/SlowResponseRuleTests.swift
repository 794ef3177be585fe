import Dissection
import Flows
import Testing

@testable import Analysis

struct SlowResponseRuleTests {
  @Test(
    arguments: [
      (0, 10, 0, 10, .ok), (1, 5, 1000, 10, .ok), (1, 6, 1000, 10, .notice),
      (1, 6, 2999, 10, .notice), (1, 6, 3000, 10, .warning), (3, 9, 1000, 10, .warning),
      (2, 9, 1000, 10, .notice), (1, 6, 1000, 100, .notice), (1, 6, 1000, 101, .ok),
      (5, 10, 3000, 10, .warning), (6, 11, 3000, 10, .ok),
    ] as [(UInt64, UInt64, Int64, Int64, Severity)]
  )
  func severityGoesByTheUsualTime(
    slow: UInt64,
    total: UInt64,
    worst: Int64,
    median: Int64,
    severity: Severity
  ) {
    #expect(
      SlowResponseRule.severity(
        slow: slow,
        of: total,
        worst: worst * 1_000_000,
        median: median * 1_000_000
      ) == severity
    )
  }

  private func findings(
    _ delay: Int64,
    path: String = "/report?x=1",
    change: (inout FlowRecord) -> Void = { _ in }
  ) -> [Finding] {
    var story = RuleStory<SlowResponseRule>()
    for number in 0..<6 as Range<UInt64> {
      story.tell(
        .http(
          Shared(
            .sample(
              frame: number * 10 + 1,
              path: number == 3 ? path : "/",
              after: number == 3 ? delay : 10
            )
          )
        ),
        to: "10.0.0.2",
        80,
        .tcp,
        flow: number
      )
      var record = FlowRecord.connection()
      record.id = number
      change(&record)
      story.tell(record)
    }
    return story.findings()
  }

  @Test(arguments: [(999, 0), (1000, 1), (19_999, 1), (20_000, 0)] as [(Int64, Int)])
  func fromASecondOnAndNotPolling(delay: Int64, count: Int) {
    let found = findings(delay)
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.evidence.frames == [32] })
    #expect(found.allSatisfy { $0.seen.hasSuffix("Slow: /report.") })
  }

  @Test func aLongPasswordIsNotCutButLeftOut() {
    let secret = String(repeating: "s", count: 100)
    let found = findings(5000, path: "http://eve:\(secret)@a.example/report?x=1")
    #expect(found.map { $0.seen.hasSuffix("Slow: http://a.example/report.") } == [true])
  }

  @Test func whatTheNetworkTookIsNotTheServers() {
    let repeated = findings(5000) { $0.tcp?.responder.timeouts = 1 }
    #expect(repeated.isEmpty)
    let asked = findings(5000) { $0.tcp?.originator.timeouts = 1 }
    #expect(asked.isEmpty)
    let missed = findings(5000) { $0.tcp?.responder.missedBytes = 1 }
    #expect(missed.isEmpty)
  }

  @Test func tunnelsAndStreamsOfEventsSayNothingOfTheServer() {
    var transaction = HTTPTransaction.sample(frame: 1, after: 5000)
    #expect(SlowResponseRule.answerTime(transaction) == 5_000_000_000)
    transaction.response?.fields.contentType = "text/event-stream; charset=utf-8"
    #expect(SlowResponseRule.answerTime(transaction) == nil)
    transaction = .sample(frame: 1)
    transaction.request?.method = "CONNECT"
    #expect(SlowResponseRule.answerTime(transaction) == nil)
  }
}
