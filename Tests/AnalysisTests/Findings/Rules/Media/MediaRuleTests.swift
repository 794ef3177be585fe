import Packets
import Testing

@testable import Analysis
@testable import Dissection

struct MediaRuleTests {
  @Test(
    arguments: [
      (4, 10, .ok), (5, 501, .ok), (5, 500, .notice), (14, 500, .notice), (15, 500, .warning),
      (49, 500, .warning), (50, 500, .critical),
    ] as [(UInt64, UInt64, Severity)]
  )
  func lossIsJudgedByItsRate(lost: UInt64, expected: UInt64, severity: Severity) {
    #expect(MediaLossRule.severity(lost: lost, of: expected) == severity)
  }

  /// A session whose packets come 20 ms apart and each so late as told, or never.
  private func session(
    _ count: Int,
    type: UInt8 = 0,
    lateness: (Int) -> Int?
  ) -> RTPSession {
    var dissector = RTPDissector()
    for number in 0..<count {
      guard let late = lateness(number) else { continue }
      let ticks = type == 0 ? number * 160 : number * 1800
      let bytes: [UInt8] =
        [0x80, type, UInt8(number >> 8), UInt8(number & 0xff)]
        + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: ticks >> $0) } + [0, 0, 0, 7, 1, 2, 3]
      dissector.receive(
        bytes.span.bytes,
        from: .server,
        at: .at(UInt64(number + 1), milliseconds: Int64(number * 20 + late))
      )
    }
    dissector.finish(at: .at(9999, milliseconds: 99_999))
    return dissector.finished.first ?? RTPSession()
  }

  @Test(arguments: [(99, 0), (100, 1)])
  func theFramesAfterGapsAreNamed(packets: Int, count: Int) {
    var story = RuleStory<MediaLossRule>()
    story.tell(.rtp(Shared(session(packets) { [5, 6, 10, 20, 30, 40].contains($0) ? nil : 0 })))
    let findings = story.findings()
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.evidence.frames == [8, 12, 22, 32, 42] })
    #expect(findings.allSatisfy { $0.subject.client == IPAddress(v4: 0x0a00_0035) })
  }

  @Test func oneBadStreamOfManyIsTold() throws {
    var story = RuleStory<MediaLossRule>()
    for number in 0..<100 {
      story.tell(.rtp(Shared(session(300) { number == 40 && $0 % 10 < 3 && $0 > 9 ? nil : 0 })))
    }
    let finding = try #require(story.findings().first)
    #expect(finding.severity == .critical)
    #expect(finding.seen.contains("1 of 100 streams"))
    #expect(finding.figures.contains(Figure(.total, .count(300))))
  }

  @Test(arguments: [(20, 0), (40, 1)])
  func jitterIsJudgedByItsMean(lateness: Int, count: Int) {
    var story = RuleStory<MediaJitterRule>()
    story.tell(.rtp(Shared(session(300) { $0 % 2 == 0 ? 0 : lateness })))
    #expect(story.findings().count == count)
    #expect(story.findings().allSatisfy { $0.evidence.frames.count == 1 })
  }

  @Test(arguments: [(0, 1), (32, 0)] as [(UInt8, Int)])
  func packetsOfOnePictureShareItsTime(type: UInt8, count: Int) {
    var story = RuleStory<MediaJitterRule>()
    story.tell(.rtp(Shared(session(300, type: type) { $0 % 2 == 0 ? 0 : 100 })))
    #expect(story.findings().count == count)
  }
}
