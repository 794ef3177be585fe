/// A finding that explains others, so that they are not told: the cause is enough.
package struct FindingCause: Sendable {
  /// What cause and consequence have to have in common.
  package enum Scope: Sendable {
    /// One flow shows both.
    case flow
    /// One client is behind both.
    case client
    /// One server is the aim of both.
    case server
    /// Both are in the capture, and the consequence rests on answers that it does not have.
    case silence
  }

  package var cause: FindingKind
  package var explains: [FindingKind]
  package var scope: Scope
  package var reason: String

  package init(
    _ cause: FindingKind,
    explains: [FindingKind],
    in scope: Scope,
    because reason: String
  ) {
    self.cause = cause
    self.explains = explains
    self.scope = scope
    self.reason = reason
  }

  /// Whether one kind explains another in the same flow.
  static func explains(_ cause: FindingKind, _ effect: FindingKind) -> Bool {
    all.contains { $0.cause == cause && $0.scope == .flow && $0.explains.contains(effect) }
  }
}
