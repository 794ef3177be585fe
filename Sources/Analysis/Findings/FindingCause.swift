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
    /// Both are in the capture.
    case capture
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

  /// The findings without those that others explain.
  static func withoutConsequences(_ findings: [Finding]) -> [Finding] {
    findings.filter { effect in
      !findings.contains { cause in
        all.contains { rule in
          rule.cause == cause.kind && rule.explains.contains(effect.kind)
            && rule.joins(cause.subject, effect.subject)
        }
      }
    }
  }

  /// Whether two subjects have in common what the scope asks for; flows are compared before they
  /// are grouped.
  private func joins(_ cause: FindingSubject, _ effect: FindingSubject) -> Bool {
    switch scope {
    case .flow: false
    case .client: cause.client != nil && cause.client == effect.client
    case .server:
      cause.server != nil && cause.server == effect.server
        && (cause.port == nil || effect.port == nil || cause.port == effect.port)
    case .capture: true
    }
  }
}
