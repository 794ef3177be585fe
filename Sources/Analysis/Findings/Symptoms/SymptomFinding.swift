/// The finding of a rule of flows about one subject, with the symptoms that it was made of.
struct SymptomFinding {
  private let place: Int
  let group: SymptomGroup
  let finding: Finding

  /// `nil` if the rule finds the group not worth a finding.
  init?(_ place: Int, _ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) {
    let rule = FindingRules.ofFlows[place]
    guard let verdict = rule.judge(group, analysis) else { return nil }
    self.place = place
    self.group = group
    finding = Finding(
      rule.description.kind,
      verdict.severity,
      verdict.confidence,
      subject: group.subject,
      seen: verdict.seen,
      figures: verdict.figures,
      evidence: group.evidence,
      advice: verdict.advice,
      timeLost: group.timeLost,
      restsOnSilence: verdict.restsOnSilence
    )
  }

  /// The findings, those of a kind as one where its subjects are too many to be told apart.
  static func joined(
    _ findings: [SymptomFinding],
    _ analysis: borrowing AnalysisSummary
  ) -> [Finding] {
    var all: [Finding] = []
    for place in FindingRules.ofFlows.indices {
      let same = findings.filter { $0.place == place }
      if same.count > Finding.subjectsToldApart, let one = join(same, analysis) {
        all.append(one)
      } else {
        all += same.map(\.finding)
      }
    }
    return all
  }

  /// One finding for many subjects, as severe as the worst of them is.
  private static func join(
    _ findings: [SymptomFinding],
    _ analysis: borrowing AnalysisSummary
  ) -> Finding? {
    guard let worst = findings.map(\.finding).min(by: { $0.isWorse(than: $1) }),
      let place = findings.first?.place,
      var joined = SymptomFinding(
        place,
        SymptomGroup(joining: findings.map(\.group)),
        analysis
      )?.finding
    else { return nil }
    joined.severity = worst.severity
    joined.seen += " The worst is \(FindingText.subject(worst.subject))."
    return joined
  }
}
