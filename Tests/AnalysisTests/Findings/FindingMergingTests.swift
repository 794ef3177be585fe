import Packets
import Testing

@testable import Analysis

struct FindingMergingTests {
  private func finding(_ number: UInt32) -> Finding {
    let severity: Severity = number == 2 ? .warning : .notice
    let confidence: Confidence = number == 3 ? .likely : .certain
    let subject = FindingSubject.service(IPAddress(v4: number), .tcp, 443)
    return Finding(
      .obsoleteTLS,
      severity,
      confidence,
      subject: subject,
      seen: "Server \(number).",
      figures: [],
      evidence: FindingEvidence(frames: [UInt64(number) * 10]),
      timeLost: 5
    )
  }

  private func findings(_ count: UInt32) -> [Finding] {
    (1...count).map { finding($0) }
  }

  @Test func oneSubjectIsNotSeveral() {
    let same = (0..<5).map { _ in finding(1) }
    #expect(Finding.merged(same).count == 5)
  }

  @Test func hostsOfOneServerAreToldApart() throws {
    let hosts = ["a", "b", "c", "d"].map { name in
      var host = finding(1)
      host.subject.name = "\(name).example"
      return host
    }
    let merged = try #require(Finding.merged(hosts + hosts).first)
    let others = merged.seen.split(separator: "same goes for ").last ?? ""
    #expect(others.split(separator: "(0.0.0.1:443)").count == 4)
    #expect(others.hasSuffix("(3 in all)."))
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
