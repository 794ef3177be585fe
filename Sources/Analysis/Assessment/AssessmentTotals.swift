/// How many flows were assessed how.
package struct AssessmentTotals: Sendable, Equatable {
  private var bySeverity = [UInt64](repeating: 0, count: Severity.allCases.count)
  private var byReason = [UInt64](repeating: 0, count: ReasonKind.allCases.count)

  package init() {}

  /// Flows of a severity.
  package func flows(_ severity: Severity) -> UInt64 { bySeverity[severity.ordinal] }

  /// Flows that have a reason, at any severity; a flow counts once for each of its reasons.
  package func flows(_ reason: ReasonKind) -> UInt64 { byReason[reason.ordinal] }

  /// The worst severity of any flow.
  package var severity: Severity { Severity.allCases.last { flows($0) > 0 } ?? .ok }

  mutating func add(_ assessment: borrowing FlowAssessor) {
    bySeverity[assessment.severity.ordinal] += 1
    var counted: UInt64 = 0
    for reason in assessment.reasons {
      let bit: UInt64 = 1 << UInt64(reason.kind.ordinal)
      if counted & bit == 0 { byReason[reason.kind.ordinal] += 1 }
      counted |= bit
    }
  }

  package mutating func merge(_ other: AssessmentTotals) {
    for index in bySeverity.indices { bySeverity[index] += other.bySeverity[index] }
    for index in byReason.indices { byReason[index] += other.byReason[index] }
  }
}

extension CaseIterable where Self: Equatable {
  /// Position among all cases: an index for counters.
  fileprivate var ordinal: Int {
    var position = 0
    for each in Self.allCases {
      if each == self { return position }
      position += 1
    }
    return 0
  }
}
