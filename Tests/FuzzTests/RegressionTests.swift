import Foundation
import FuzzTargets
import TestSupport
import Testing

/// Every input that once broke a target, and what a target makes of inputs that are hardly any.
struct RegressionTests {
  /// The findings in `Fuzz/regressions/TARGET`, by target and name.
  private static let findings: [Finding] = FuzzTarget.allCases.flatMap { target in
    let folder = "\(Corpus.repositoryRoot)/Fuzz/regressions/\(target.rawValue)"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().map { Finding(target: target, path: "\(folder)/\($0)") }
  }

  struct Finding: Sendable, CustomTestStringConvertible {
    var target: FuzzTarget
    var path: String
    var testDescription: String { path.split(separator: "/").suffix(2).joined(separator: "/") }
  }

  @Test(.timeLimit(.minutes(1)), arguments: findings)
  func findingStaysFixed(finding: Finding) throws {
    // A defect is a trap or a hang: there is nothing to compare.
    finding.target.run(try FileBytes.read(finding.path))
  }

  @Test
  func findingsAreKept() { #expect(!Self.findings.isEmpty) }

  @Test(.timeLimit(.minutes(1)), arguments: FuzzTarget.allCases)
  func degenerateInputIsHarmless(target: FuzzTarget) {
    for count in [0, 1, 2, 64] {
      for byte: UInt8 in [0, 1, 0x7f, 0x80, 0xff] {
        target.run([UInt8](repeating: byte, count: count))
      }
    }
  }
}
