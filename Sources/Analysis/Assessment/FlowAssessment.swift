package import Flows

/// A flow with what is wrong about it.
package struct FlowAssessment: Sendable {
  package var record: FlowRecord
  package var severity: Severity
  /// Worst first; empty exactly when `severity` is `.ok`.
  package var reasons: [AssessmentReason]
  /// Where the time of the first request went, where it was captured.
  package var stages: StageVerdict?
  /// What set its pace, where it took long.
  package var verdict: FlowVerdict? { FlowVerdict(record) }
  /// Estimated nanoseconds that the flow's users lost: ranks flows of equal severity.
  package var timeLost: Int64

  package init(
    record: FlowRecord,
    severity: Severity,
    reasons: [AssessmentReason],
    stages: StageVerdict?,
    timeLost: Int64
  ) {
    self.record = record
    self.severity = severity
    self.reasons = reasons
    self.stages = stages
    self.timeLost = timeLost
  }

  /// Whether this flow is to be listed before `other`; a total order, so that lists do not
  /// depend on the order in which flows ended.
  package func isWorse(than other: FlowAssessment) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if timeLost != other.timeLost { return timeLost > other.timeLost }
    return record.id < other.record.id
  }
}
