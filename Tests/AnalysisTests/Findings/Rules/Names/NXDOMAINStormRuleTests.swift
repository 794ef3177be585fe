import Dissection
import Packets
import Testing

@testable import Analysis

struct NXDOMAINStormRuleTests {
  @Test(
    arguments: [
      (99, 99, false), (100, 100, true), (100, 200, true), (100, 201, false),
    ] as [(UInt64, UInt64, Bool)]
  )
  func manyNamesThatDoNotExistAreAStorm(absent: UInt64, answers: UInt64, isStorm: Bool) {
    var interval = NXDOMAINStormRule.Absences()
    interval.count = absent
    interval.answers = answers
    #expect(interval.isStorm == isStorm)
  }

  @Test(arguments: [(49, 0), (50, 1)])
  func manyNamesAreAskedFor(names: Int, count: Int) {
    #expect(findings(spacing: 1) { "x\($0 % names).example.net" }.count == count)
  }

  /// Good answers every two seconds, and then names that do not exist.
  @Test func aStormInALongCaptureOfGoodAnswersIsSeen() {
    var story = RuleStory<NXDOMAINStormRule>()
    for number in 0..<1000 {
      let isAbsent = number >= 800
      let time = isAbsent ? 1_600_000 + (number - 800) * 60 : number * 2000
      story.tell(
        .dns(
          Shared(
            .sample(
              "x\(number).example.net",
              frame: UInt64(number * 2 + 1),
              at: Int64(time),
              answered: isAbsent ? .nonExistentDomain : .noError
            )
          )
        )
      )
    }
    #expect(story.findings().count == 1)
  }

  @Test func aStormAfterHoursIsSeen() {
    var story = RuleStory<NXDOMAINStormRule>()
    for number in 0..<1500 {
      let time = min(number, 1300) * 60_000 + (number > 1300 ? number : 0)
      story.tell(
        .dns(
          Shared(
            .sample(
              "x\(number).example.net",
              frame: UInt64(number * 2 + 1),
              at: Int64(time),
              answered: .nonExistentDomain
            )
          )
        )
      )
    }
    #expect(story.findings().count == 1)
  }

  private func findings(spacing: Int64, name: (Int) -> String) -> [Finding] {
    var story = RuleStory<NXDOMAINStormRule>()
    for number in 0..<150 {
      story.tell(
        .dns(
          Shared(
            .sample(
              name(number),
              frame: UInt64(number * 2 + 1),
              at: Int64(number) * spacing,
              answered: .nonExistentDomain
            )
          )
        )
      )
    }
    return story.findings()
  }

  @Test(arguments: [(100, 1), (2000, 0)] as [(Int64, Int)])
  func theyHaveToComeWithinAMinute(spacing: Int64, count: Int) throws {
    let found = findings(spacing: spacing) { "x\($0).example.net" }
    #expect(found.count == count)
    #expect(found.allSatisfy { $0.seen.contains("example.net") })
    #expect(found.allSatisfy { $0.evidence.frameCount == 150 })
    #expect(found.allSatisfy { $0.subject.client == IPAddress(v4: 0x0a00_0001) })
  }

  @Test func addressesWithoutNamesAreOrdinary() {
    #expect(findings(spacing: 1) { "\($0).2.3.10.in-addr.arpa" }.isEmpty)
  }

  @Test func oneWrongNameIsNoStorm() {
    #expect(findings(spacing: 1) { _ in "wpad.example.net" }.isEmpty)
  }
}
