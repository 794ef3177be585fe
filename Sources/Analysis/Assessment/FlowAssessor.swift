package import Flows
import Packets

/// Says of one finished flow what is wrong with it.
///
/// Each concern has a file of its own and adds its reasons; the bounds are in
/// `AssessmentThresholds`.
package struct FlowAssessor {
  /// The record under assessment; it outlives the assessor.
  private let assessed: UnsafePointer<FlowRecord>
  private(set) var reasons: [AssessmentReason] = []
  private(set) var stages: StageVerdict?
  private(set) var timeLost: Int64 = 0

  private init(_ record: UnsafePointer<FlowRecord>) { assessed = record }

  // Not stored: records are large, and most flows have nothing to report.
  var record: FlowRecord { assessed.pointee }

  /// The assessment of a flow; one that only shows another's connection again has no findings of
  /// its own.
  package static func assess(_ record: FlowRecord) -> FlowAssessment {
    withUnsafePointer(to: record) { assess($0) }
  }

  /// The same of a record in place.
  static func assess(_ record: UnsafePointer<FlowRecord>) -> FlowAssessment {
    var assessor = FlowAssessor(record)
    guard record.pointee.tcp?.mirrorOf == nil else { return assessor.finish() }
    assessor.assessChecksums()
    if let tcp = record.pointee.tcp {
      assessor.stages = StageVerdict(
        stages: tcp.stages,
        handshake: tcp.handshake,
        roundTrip: tcp.originator.rtt.smoothed
      )
      assessor.assessOpening(of: tcp)
      assessor.assessSide(.originator, tcp.originator)
      assessor.assessSide(.responder, tcp.responder)
      assessor.assessStages()
      assessor.assessEnding(of: tcp)
    }
    return assessor.finish()
  }

  private mutating func assessSide(
    _ direction: FlowDirection,
    _ summary: TCPDirectionSummary
  ) {
    assessLoss(of: direction, summary)
    assessDelay(of: direction, summary)
    assessWindow(of: direction, summary)
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
    reasons.append(AssessmentReason(kind, severity, direction, figures()))
  }

  /// Adds to the time that the flow is taken to have cost.
  mutating func lose(_ nanoseconds: Int64) {
    let (sum, overflow) = timeLost.addingReportingOverflow(max(0, nanoseconds))
    timeLost = overflow ? .max : sum
  }

  private func finish() -> FlowAssessment {
    guard !reasons.isEmpty else {
      return FlowAssessment(
        record: record,
        severity: .ok,
        reasons: [],
        stages: stages,
        timeLost: timeLost
      )
    }
    // The order in which reasons were found breaks ties, so that equal flows read alike.
    let ordered = reasons.enumerated().sorted {
      $0.element.severity != $1.element.severity
        ? $0.element.severity > $1.element.severity : $0.offset < $1.offset
    }.map(\.element)
    return FlowAssessment(
      record: record,
      severity: ordered.first?.severity ?? .ok,
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
