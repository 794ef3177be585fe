import Dissection
import Testing

@testable import Analysis

struct ServerErrorsRuleTests {
  @Test(
    arguments: [
      (2, 2, .ok), (3, 3, .warning), (3, 60, .warning), (3, 61, .ok), (9, 9, .warning),
      (10, 20, .critical), (10, 21, .warning),
    ] as [(UInt64, UInt64, Severity)]
  )
  func severityGoesByNumberAndShare(errors: UInt64, answers: UInt64, severity: Severity) {
    #expect(ServerErrorsRule.severity(errors: errors, of: answers) == severity)
  }

  @Test(
    arguments: [
      (499, false), (500, true), (501, false), (502, true), (503, true), (504, true),
      (505, false), (404, false),
    ] as [(UInt16, Bool)]
  )
  func someStatusesAreTheServersFault(status: UInt16, isError: Bool) {
    #expect(ServerErrorsRule.isServerError(status) == isError)
  }

  @Test func hostsAreToldApart() throws {
    var story = RuleStory<ServerErrorsRule>()
    for number in 0..<12 as Range<UInt64> {
      story.tell(
        .http(
          Shared(
            .sample(
              frame: number * 10 + 1,
              status: number % 3 == 0 ? 503 : 200,
              host: number < 9 ? "API.example:8080" : "b.example"
            )
          )
        ),
        to: "10.0.0.2",
        8080,
        .tcp
      )
    }
    let findings = story.findings()
    #expect(findings.map(\.subject.name) == ["api.example"])
    #expect(findings.first?.evidence.frames == [2, 32, 62])
    #expect(findings.first?.advice.contains("overloaded") == true)
  }
}
