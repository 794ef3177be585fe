/// What came of comparing one measure, worst first; raw values are stable names for programs.
package enum ChangeVerdict: String, CaseIterable, Comparable, Sendable {
  case worse
  case better
  case unchanged
  /// Too few samples on either side.
  case tooFew = "too_few"

  /// Whether something has changed for sure.
  package var isChange: Bool { self == .worse || self == .better }

  private var rank: Int {
    switch self {
    case .worse: 0
    case .better: 1
    case .unchanged: 2
    case .tooFew: 3
    }
  }

  package static func < (left: ChangeVerdict, right: ChangeVerdict) -> Bool {
    left.rank < right.rank
  }
}
