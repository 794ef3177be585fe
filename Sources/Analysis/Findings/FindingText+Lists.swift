extension FindingText {
  /// The first few of several things, and how many more there are: "a, b and 3 more".
  static func list(_ items: [String], limit: Int = 3) -> String {
    guard items.count > 1 else { return items.first ?? "" }
    guard items.count > limit else {
      return items.dropLast().joined(separator: ", ") + " and " + (items.last ?? "")
    }
    return items.prefix(limit).joined(separator: ", ") + " and \(items.count - limit) more"
  }
}

extension FindingText {
  /// From whom to whom.
  static func path(_ subject: FindingSubject) -> String {
    let ends = [subject.client, subject.server].map { $0.map { "\($0)" } ?? "?" }
    return "\(ends[0]) to \(ends[1])"
  }
}
