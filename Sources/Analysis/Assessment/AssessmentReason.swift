package import Flows

/// One reason why a flow is not `.ok`: what, how bad, and the numbers that show it.
package struct AssessmentReason: Hashable, Sendable {
  package var kind: ReasonKind
  package var severity: Severity
  /// Whose packets it is about; `nil` where it is about the connection.
  package var direction: FlowDirection?
  /// The numbers, in the order in which they matter.
  package var figures: [Figure]

  package init(
    _ kind: ReasonKind,
    _ severity: Severity,
    _ direction: FlowDirection? = nil,
    _ figures: [Figure] = []
  ) {
    self.kind = kind
    self.severity = severity
    self.direction = direction
    self.figures = figures
  }

  /// The number called `name`, if the reason has it.
  package subscript(_ name: Figure.Name) -> Quantity? {
    figures.first { $0.name == name }?.quantity
  }
}
