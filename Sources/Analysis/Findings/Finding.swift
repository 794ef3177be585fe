/// A diagnosis: what is wrong, how bad, how sure, and what shows it.
package struct Finding: Sendable {
  package var kind: FindingKind
  package var severity: Severity
  package var confidence: Confidence
  package var subject: FindingSubject
  /// What was seen, in a sentence or two of plain words with the numbers.
  package var seen: String
  /// The numbers, in the order in which they matter.
  package var figures: [Figure]
  package var evidence: FindingEvidence
  /// What to do; the rule's advice, unless what was seen allows a better one.
  package var advice: String
  /// Estimated nanoseconds that users lost: ranks findings of equal severity.
  package var timeLost: Int64
  /// It would not be found without answers that nobody gave, or that the capture does not have.
  package var restsOnSilence: Bool

  package init(
    _ kind: FindingKind,
    _ severity: Severity,
    _ confidence: Confidence,
    subject: FindingSubject,
    seen: String,
    figures: [Figure],
    evidence: FindingEvidence,
    advice: String? = nil,
    timeLost: Int64 = 0,
    restsOnSilence: Bool = false
  ) {
    self.kind = kind
    self.severity = severity
    self.confidence = confidence
    self.subject = subject
    self.seen = seen
    self.figures = figures
    self.evidence = evidence
    self.advice = advice ?? kind.rule.advice
    self.timeLost = timeLost
    self.restsOnSilence = restsOnSilence
  }

  /// The rule that found it: title, why it matters, where that is written.
  package var rule: RuleDescription { kind.rule }

  /// Whether this finding is to be listed before `other`; a total order.
  package func isWorse(than other: Finding) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if timeLost != other.timeLost { return timeLost > other.timeLost }
    if confidence != other.confidence { return confidence > other.confidence }
    if evidence.frameCount != other.evidence.frameCount {
      return evidence.frameCount > other.evidence.frameCount
    }
    let flow = (evidence.flows.first?.id ?? 0, other.evidence.flows.first?.id ?? 0)
    if flow.0 != flow.1 { return flow.0 < flow.1 }
    let first = (evidence.frames.first ?? 0, kind.rawValue, subject.name ?? "")
    return first < (other.evidence.frames.first ?? 0, other.kind.rawValue, other.subject.name ?? "")
  }
}
