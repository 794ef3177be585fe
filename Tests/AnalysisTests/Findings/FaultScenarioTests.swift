import SampleCaptures
import TestSupport
import Testing

@testable import Analysis

/// A capture with one known fault leads to that finding and no other; a healthy one to none.
struct FaultScenarioTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var name: String
    var seed: UInt64
    var testDescription: String { "\(name), seed \(seed)" }
  }

  static let cases = FaultScenario.all.flatMap { scenario in
    (1...3 as ClosedRange<UInt64>).map { Case(name: scenario.name, seed: $0) }
  }

  @Test func everyKindHasARuleAndAScenario() {
    #expect(Set(FindingRules.descriptions.keys) == Set(FindingKind.allCases))
    #expect(FindingKind.allCases.map(\.rawValue) == ExpectedFinding.allCases.map(\.rawValue))
  }

  @Test(arguments: cases)
  func leadsToExactlyItsFinding(_ case: Case) throws {
    let scenario = try #require(FaultScenario.named(`case`.name))
    let findings = try FaultCapture(scenario, seed: `case`.seed).findings()
    let expected = [scenario.expectedFinding?.rawValue].compactMap(\.self)
    #expect(Set(findings.map(\.kind.rawValue)) == Set(expected))
  }

  @Test(
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: FaultScenario.all.map(\.name)
  )
  func filtersSelectTheFramesOfTheFinding(_ name: String) throws {
    let scenario = try #require(FaultScenario.named(name))
    let capture = try FaultCapture(scenario, seed: 1)
    let tshark = try #require(Tshark())
    for finding in try capture.findings() {
      let lines = try tshark.fields(
        ["frame.number"],
        of: capture.path,
        where: finding.evidence.displayFilter
      )
      #expect(lines.compactMap(\.first).compactMap { UInt64($0) } == finding.evidence.frames)
      #expect(!finding.evidence.frames.isEmpty)
    }
  }
}
