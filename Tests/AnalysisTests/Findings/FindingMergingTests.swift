import Packets
import Testing

@testable import Analysis

struct FindingMergingTests {
  private func findings(_ count: Int) -> [Finding] {
    (1...count).map { number in
      Finding(
        .obsoleteTLS,
        number == 2 ? .warning : .notice,
        number == 3 ? .likely : .certain,
        subject: .service(IPAddress(v4: UInt32(number)), .tcp, 443),
        seen: "Server \(number).",
        figures: [],
        evidence: FindingEvidence(frames: [UInt64(number) * 10]),
        timeLost: 5
      )
    }
  }

  @Test func aFewSubjectsAreToldApart() {
    #expect(Finding.merged(findings(3)).count == 3)
  }

  @Test func manySubjectsHaveOneFinding() throws {
    let merged = Finding.merged(findings(4))
    let finding = try #require(merged.first)
    #expect(merged.count == 1)
    #expect(finding.severity == .warning)
    #expect(finding.confidence == .likely)
    #expect(finding.subject == FindingSubject(transport: .tcp, port: 443))
    #expect(finding.evidence.frames == [10, 20, 30, 40])
    #expect(finding.timeLost == 20)
    #expect(finding.seen.hasPrefix("Server 2. The same goes for 0.0.0.1:443"))
  }
}
