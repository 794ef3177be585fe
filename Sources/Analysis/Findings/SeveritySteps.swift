/// From which value on a measure is a notice, a warning, critical; bounds are inclusive.
package struct SeveritySteps<Value: Comparable & Sendable>: Sendable {
  package var notice: Value
  /// `nil`: never more than a notice.
  package var warning: Value?
  /// `nil`: never more than a warning.
  package var critical: Value?

  package init(notice: Value, warning: Value? = nil, critical: Value? = nil) {
    self.notice = notice
    self.warning = warning
    self.critical = critical
  }

  /// The steps that are given a meaning, as thresholds of a rule: "notice", "warning", "critical",
  /// with `suffix`.
  package func thresholds(
    _ quantity: (Value) -> Quantity,
    suffix: String = "",
    notice noticeMeaning: String? = nil,
    warning warningMeaning: String? = nil,
    critical criticalMeaning: String? = nil
  ) -> [RuleDescription.Threshold] {
    let steps: [(name: String, value: Value?, meaning: String?)] = [
      ("notice", notice, noticeMeaning), ("warning", warning, warningMeaning),
      ("critical", critical, criticalMeaning),
    ]
    return steps.compactMap { step in
      guard let value = step.value, let meaning = step.meaning else { return nil }
      return RuleDescription.Threshold(step.name + suffix, quantity(value), meaning)
    }
  }

  /// The severity of a measured value.
  package func severity(of value: Value) -> Severity {
    if let critical, value >= critical { return .critical }
    if let warning, value >= warning { return .warning }
    return value >= notice ? .notice : .ok
  }
}
