package import Flows
import Packets

/// Says of one finished flow what is wrong with it.
///
/// Each concern has a file of its own and adds its reasons; the bounds are in
/// `AssessmentThresholds`.
package struct FlowAssessor {
  /// The record under assessment, which outlives the assessor: not copied, because records are large
  /// and most flows have nothing to report.
  let record: UnsafePointer<FlowRecord>
  /// As they were found.
  package private(set) var reasons: [AssessmentReason] = []
  /// The worst of the reasons.
  package private(set) var severity = Severity.ok
  private(set) var stages: StageVerdict?
  private(set) var timeLost: Int64 = 0

  /// Assesses a flow; one that only shows another's connection again has no reasons of its own.
  package init(_ record: UnsafePointer<FlowRecord>) {
    self.record = record
    assess(record.pointee.tcp)
  }

  /// The assessment of a flow.
  package static func assess(_ record: FlowRecord) -> FlowAssessment {
    withUnsafePointer(to: record) { FlowAssessor($0).assessment }
  }

  private mutating func assess(_ tcp: TCPSummary?) {
    guard tcp?.mirrorOf == nil else { return }
    assessChecksums()
    guard let tcp else { return }
    stages = StageVerdict(
      stages: tcp.stages,
      handshake: tcp.handshake,
      roundTrip: tcp.originator.rtt.smoothed
    )
    assessOpening(of: tcp)
    assessSide(.originator, tcp.originator, tcp.responder)
    assessSide(.responder, tcp.responder, tcp.originator)
    assessStages()
    assessEnding(of: tcp)
  }

  private mutating func assessSide(
    _ direction: FlowDirection,
    _ summary: TCPDirectionSummary,
    _ other: TCPDirectionSummary
  ) {
    assessLoss(of: direction, summary)
    assessDelay(of: direction, summary)
    assessWindow(of: direction, summary, sender: other)
    assessMissing(of: direction, summary)
  }

  /// Adds a reason unless its severity is `.ok`; only then its figures are made.
  mutating func report(
    _ kind: ReasonKind,
    _ severity: Severity,
    _ direction: FlowDirection? = nil,
    _ figures: @autoclosure () -> [Figure] = []
  ) {
    guard severity > .ok else { return }
    self.severity = max(self.severity, severity)
    reasons.append(AssessmentReason(kind, severity, direction, figures()))
  }

  /// Adds to the time that the flow is taken to have cost.
  mutating func lose(_ nanoseconds: Int64) {
    timeLost = timeLost.addingClamped(max(0, nanoseconds))
  }

  /// What was found, with the flow itself.
  var assessment: FlowAssessment {
    // The order in which reasons were found breaks ties, so that equal flows read alike.
    let ordered = reasons.enumerated().sorted {
      $0.element.severity != $1.element.severity
        ? $0.element.severity > $1.element.severity : $0.offset < $1.offset
    }.map(\.element)
    return FlowAssessment(
      record: record.pointee,
      severity: severity,
      reasons: ordered,
      stages: stages,
      timeLost: timeLost
    )
  }

  /// `count` as a share of `total`, at most 1; 0 of nothing.
  static func share(_ count: UInt64, of total: UInt64) -> Double {
    total == 0 ? 0 : min(1, Double(count) / Double(total))
  }
}
