/// How much a finding matters, mildest first; raw values are the names in every output.
package enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Nothing to say.
  case ok
  /// Worth knowing; nobody is hurt yet.
  case notice
  /// A user feels it, or the measurement cannot be trusted in part.
  case warning
  /// It does not work, or hardly.
  case critical

  private var rank: Int {
    switch self {
    case .ok: 0
    case .notice: 1
    case .warning: 2
    case .critical: 3
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
