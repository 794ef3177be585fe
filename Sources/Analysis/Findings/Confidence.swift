/// How sure a finding is, least first; raw values are the names in every output.
package enum Confidence: String, CaseIterable, Comparable, Sendable {
  /// It fits, and so would something else.
  case possible
  /// Nothing else that is ordinary would look like this.
  case likely
  /// The packets say so themselves.
  case certain

  private var rank: Int {
    switch self {
    case .possible: 0
    case .likely: 1
    case .certain: 2
    }
  }

  package static func < (left: Confidence, right: Confidence) -> Bool { left.rank < right.rank }
}
