import Packets

extension Finding {
  /// Subjects of a kind up to which each has a finding of its own: more have one cause.
  static let subjectsToldApart = 3

  /// The findings with those of one kind put together where their subjects are too many to be told
  /// apart; the worst speaks for them.
  static func merged(_ findings: [Finding]) -> [Finding] {
    let kinds = Dictionary(grouping: findings, by: \.kind)
    return kinds.values.flatMap { same in
      Set(same.map(\.subject)).count > subjectsToldApart
        ? [merge(same.sorted { $0.isWorse(than: $1) })] : same
    }
  }

  /// One finding for several of one kind, the worst of which comes first.
  private static func merge(_ findings: [Finding]) -> Finding {
    var merged = findings[0]
    var known: Set<String> = [FindingText.name(merged.subject)]
    let others = findings.dropFirst()
    let names = others.map { FindingText.name($0.subject) }.filter { known.insert($0).inserted }
    if !names.isEmpty {
      merged.seen +=
        " The same goes for \(FindingText.list(names, limit: 5)) (\(names.count) in all)."
    }
    for other in others {
      merged.subject = merged.subject.shared(with: other.subject)
      merged.confidence = min(merged.confidence, other.confidence)
      merged.evidence.add(other.evidence)
      merged.timeLost = merged.timeLost.addingClamped(other.timeLost)
    }
    return merged
  }
}

extension FindingSubject {
  /// What two subjects have in common.
  func shared(with other: FindingSubject) -> FindingSubject {
    FindingSubject(
      client: client == other.client ? client : nil,
      server: server == other.server ? server : nil,
      transport: transport == other.transport ? transport : nil,
      port: port == other.port ? port : nil,
      name: name == other.name ? name : nil
    )
  }
}
