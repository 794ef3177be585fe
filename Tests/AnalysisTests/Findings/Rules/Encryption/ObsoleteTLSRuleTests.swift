import Testing

@testable import Analysis
@testable import Dissection

struct ObsoleteTLSRuleTests {
  @Test(
    arguments: [
      (0x0002, 0xc02f, 1_298_937_599, false), (0x0002, 0xc02f, 1_298_937_600, true),
      (0x0300, 0xc02f, 1_433_116_799, false), (0x0300, 0xc02f, 1_433_116_800, true),
      (0x0301, 0xc02f, 1_614_556_799, false), (0x0301, 0xc02f, 1_614_556_800, true),
      (0x0302, 0xc02f, 1_614_556_800, true), (0x0303, 0xc02f, 4_000_000_000, false),
      (0x0304, 0x1301, 4_000_000_000, false),
      (0x0303, 0x0005, 1_422_748_799, false), (0x0303, 0x0005, 1_422_748_800, true),
      (0x0303, 0x000a, 1_667_260_799, false), (0x0303, 0x000a, 1_667_260_800, true),
      (0x0303, 0x0009, 1_233_446_400, true), (0x0303, 0x0002, 900_000_000, true),
      (0x0303, 0x0034, 900_000_000, true), (0x0303, 0x0008, 900_000_000, true),
    ] as [(UInt16, UInt16, Int64, Bool)]
  )
  func theTimeOfTheCaptureDecides(
    version: UInt16,
    suite: UInt16,
    seconds: Int64,
    isObsolete: Bool
  ) {
    #expect(
      ObsoleteTLSRule.isObsolete(
        TLSVersion(rawValue: version),
        CipherSuite(rawValue: suite),
        at: seconds
      ) == isObsolete
    )
  }

  @Test func aServerIsNamedOnceWithItsWays() throws {
    var story = RuleStory<ObsoleteTLSRule>()
    for (index, version) in [TLSVersion.tls10, .tls12, .tls11, .tls10].enumerated() {
      story.tell(
        .tls(Shared(.sample(at: 1_700_000_000, frame: UInt64(index * 10 + 1), version: version))),
        to: "10.0.0.2",
        443,
        .tcp
      )
    }
    let finding = try #require(story.findings().first)
    #expect(finding.evidence.frames == [1, 21, 31])
    #expect(finding.severity == .notice)
    #expect(finding.seen.contains("TLS 1.0 with TLS_ECDHE"))
    #expect(finding.seen.contains("3 of 4 sessions"))
  }
}
