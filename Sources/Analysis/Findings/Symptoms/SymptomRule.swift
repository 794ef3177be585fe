import Flows

/// Looks for one kind of trouble in single flows and judges what a subject's flows show together.
protocol SymptomRule: SendableMetatype {
  static var description: RuleDescription { get }

  /// What a flow shows; most show nothing.
  static func symptom(in flow: FlowCase) -> Symptom?

  /// The finding about a subject, if its flows are worth one.
  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict?
}

/// What a rule says of a subject; evidence comes from the group.
struct Verdict {
  var severity: Severity
  var confidence: Confidence
  var seen: String
  var figures: [Figure]
  var advice: String?
  /// See `Finding.restsOnSilence`.
  var restsOnSilence = false
}
