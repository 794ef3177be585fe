/// What a rule looks for, for people: `--list-findings` and the documentation print it.
package struct RuleDescription: Sendable {
  /// A bound of the rule; what it compares and the bound itself.
  package struct Threshold: Sendable {
    /// A stable name of the bound.
    package var name: String
    package var value: Quantity
    /// What is compared with it.
    package var meaning: String

    package init(_ name: String, _ value: Quantity, _ meaning: String) {
      self.name = name
      self.value = value
      self.meaning = meaning
    }
  }

  package var kind: FindingKind
  /// Plain words, without the subject: "Packets are lost".
  package var title: String
  /// The mildest and the worst severity that the rule gives.
  package var severities: ClosedRange<Severity>
  package var thresholds: [Threshold]
  /// Why it matters.
  package var why: String
  /// What to do about it.
  package var advice: String
  /// The RFC or paper that it rests on.
  package var source: String

  package init(
    _ kind: FindingKind,
    title: String,
    severities: ClosedRange<Severity>,
    thresholds: [Threshold],
    why: String,
    advice: String,
    source: String
  ) {
    self.kind = kind
    self.title = title
    self.severities = severities
    self.thresholds = thresholds
    self.why = why
    self.advice = advice
    self.source = source
  }
}
