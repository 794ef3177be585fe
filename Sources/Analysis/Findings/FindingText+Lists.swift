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
  /// A subject so that it differs from any other: with its client and the name that is asked for.
  static func name(_ subject: FindingSubject) -> String {
    var text = self.subject(subject)
    if let client = subject.client, subject.server != nil { text = "\(client) to \(text)" }
    guard let name = subject.name, name != text else { return text }
    return "\(name) (\(text))"
  }

  /// From whom to whom.
  static func path(_ subject: FindingSubject) -> String {
    let ends = [subject.client, subject.server].map { $0.map { "\($0)" } ?? "?" }
    return "\(ends[0]) to \(ends[1])"
  }
}
