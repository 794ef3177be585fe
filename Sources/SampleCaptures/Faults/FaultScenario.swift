/// A small service's traffic with exactly one thing wrong with it, or nothing.
package struct FaultScenario: Sendable {
  /// What the program calls it.
  package let name: String
  /// What happens in it, in one line.
  package let summary: String
  /// The one finding that an analysis must come to; nil for healthy traffic.
  package let expectedFinding: ExpectedFinding?
  private let script: @Sendable (inout ServiceScript) -> Void

  init(
    _ name: String,
    expects finding: ExpectedFinding?,
    _ summary: String,
    _ script: @escaping @Sendable (inout ServiceScript) -> Void
  ) {
    self.name = name
    self.summary = summary
    expectedFinding = finding
    self.script = script
  }

  package static func named(_ name: String) -> FaultScenario? { all.first { $0.name == name } }

  /// The scenario's sessions; the seed decides names, sizes and moments, not what goes wrong.
  package func workload(seed: UInt64 = 1) -> FaultWorkload {
    var service = ServiceScript(seed: seed)
    script(&service)
    return FaultWorkload(service)
  }
}
