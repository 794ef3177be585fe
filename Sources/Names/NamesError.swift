/// Why names could not be had.
package enum NamesError: Error, Equatable, CustomStringConvertible {
  /// The file cannot be read.
  case unreadable(path: String, reason: String)
  /// It is no list of vendors: not one line of it is an assignment.
  case notVendors(path: String)
  /// It is no MaxMind database.
  case notDatabase(path: String, reason: String)
  /// It is one, and what it says of an address cannot be read.
  case damaged(path: String, reason: String)

  package var description: String {
    switch self {
    case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
    case .notVendors(let path): "\(path) is not a list of the IEEE's assignments (oui.txt, oui.csv)"
    case .notDatabase(let path, let reason): "\(path) is not a MaxMind database: \(reason)"
    case .damaged(let path, let reason): "\(path) is damaged: \(reason)"
    }
  }
}
