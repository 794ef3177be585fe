import Packets

/// What findings explain others by, apart from what one flow shows.
struct FindingCauses {
  private struct Place: Hashable {
    var kind: FindingKind
    var address: IPAddress
  }

  private var byClient: [Place: [FindingSubject]] = [:]
  private var byServer: [Place: [FindingSubject]] = [:]
  private var kinds: Set<FindingKind> = []

  /// By the kind of the consequence.
  private static let all: [FindingKind: [FindingCause]] = {
    var all: [FindingKind: [FindingCause]] = [:]
    for cause in FindingCause.all {
      for kind in cause.explains { all[kind, default: []].append(cause) }
    }
    return all
  }()

  init(_ findings: [Finding]) {
    for finding in findings {
      kinds.insert(finding.kind)
      if let client = finding.subject.client {
        byClient[Place(kind: finding.kind, address: client), default: []].append(finding.subject)
      }
      if let server = finding.subject.server {
        byServer[Place(kind: finding.kind, address: server), default: []].append(finding.subject)
      }
    }
  }

  /// Whether a finding is but the consequence of another; `clients` are all whose flows show it.
  func explain(_ finding: Finding, of clients: Set<IPAddress>? = nil) -> Bool {
    let clients = finding.subject.client.map { [$0] } ?? clients ?? []
    return Self.all[finding.kind, default: []].contains { cause in
      guard kinds.contains(cause.cause) else { return false }
      switch cause.scope {
      case .flow: return false
      case .client:
        return !clients.isEmpty
          && clients.allSatisfy { explains(cause.cause, $0, byClient, finding.subject) }
      case .server:
        return finding.subject.server.map {
          explains(cause.cause, $0, byServer, finding.subject)
        } ?? false
      case .silence: return finding.restsOnSilence
      }
    }
  }

  private func explains(
    _ cause: FindingKind,
    _ address: IPAddress,
    _ subjects: [Place: [FindingSubject]],
    _ effect: FindingSubject
  ) -> Bool {
    subjects[Place(kind: cause, address: address), default: []].contains { subject in
      Self.fit(subject.server, effect.server) && Self.fit(subject.port, effect.port)
        && Self.fit(subject.transport, effect.transport)
    }
  }

  /// Whether two can be the same; `nil` is any.
  private static func fit<Part: Equatable>(_ one: Part?, _ other: Part?) -> Bool {
    one == nil || other == nil || one == other
  }
}
