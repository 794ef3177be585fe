import TestSupport
import Testing

@testable import Analysis

/// What the rules about applications and endpoints find in captures of real traffic, each judged by
/// hand: a few, and right.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusFindingTests {
  /// Captures in which something is wrong; in all others nothing is.
  private static let judged: [String: [FindingKind]] = [
    // A scan by nmap of a thousand ports.
    "chrissanders__synscan.pcapng": [.portScan],
    // Three servers choose RC4, eight months after RFC 7465 forbade it.
    "ndpi__webex.pcap": [.obsoleteTLS, .obsoleteTLS, .obsoleteTLS],
  ]

  private static let kinds = Set(FindingRules.ofAnalysis.map { $0.description.kind })

  @Test(arguments: Corpus.captures.filter(\.isReadable))
  func findingsAreFewAndRight(capture: CorpusCapture) throws {
    let findings = try CapturedAnalysis(of: capture.path).outcome.summary.findings
      .filter { Self.kinds.contains($0.kind) }
    #expect(findings.map(\.kind) == Self.judged[capture.name] ?? [])
    for finding in findings {
      #expect(!finding.evidence.frames.isEmpty)
      #expect(finding.rule.severities.contains(finding.severity))
    }
    let ahead = try CapturedAnalysis(of: capture.path, threads: 2).outcome.summary.findings
      .filter { Self.kinds.contains($0.kind) }
    #expect(ahead.map(\.seen) == findings.map(\.seen))
    #expect(ahead.map(\.evidence) == findings.map(\.evidence))
  }
}
