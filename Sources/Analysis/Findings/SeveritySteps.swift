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

  /// The severity of a measured value.
  package func severity(of value: Value) -> Severity {
    if let critical, value >= critical { return .critical }
    if let warning, value >= warning { return .warning }
    return value >= notice ? .notice : .ok
  }
}
