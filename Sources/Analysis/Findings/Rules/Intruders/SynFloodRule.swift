import Flows
import Packets

/// A service whose queue of half-open connections is filled by SYNs that nothing follows.
package struct SynFloodRule: FindingRule {
  /// Half-open connections to a service within one interval: twice the backlog that Linux gives a
  /// listener on a small host (`tcp_max_syn_backlog`, 128).
  static let halfOpen: UInt64 = 256
  /// Nanoseconds.
  static let interval: Int64 = 10_000_000_000
  /// Share of the interval's attempts that stay half open.
  static let share = 0.5
  /// Clients that SYNs without any answer have to come from: fewer only call a host that is down.
  static let sources: UInt64 = 64
  /// Services that are watched; intervals and sources that are told apart for each.
  static let services = 512
  static let intervalLimit = 1024
  static let sourceLimit = 1024

  package static let description = RuleDescription(
    .synFlood,
    title: "A service is flooded with SYNs",
    severities: .critical ... .critical,
    thresholds: [
      .init("half_open", .count(halfOpen), "half-open connections in an interval, at least"),
      .init("interval", .nanoseconds(interval), "length of an interval"),
      .init("share", .ratio(share), "of the interval's attempts stay half open, at least"),
      .init("sources", .count(sources), "clients, where the service answers nothing, at least"),
    ],
    why: "Each half-open connection holds a place in the listener's queue for a minute: when it "
      + "is full, the service refuses its users.",
    advice: "Turn on SYN cookies, let a firewall or the provider drop the sources; see whether "
      + "they are made up (one SYN from each) or can be blocked.",
    source: "RFC 4987"
  )

  private struct Notes: Sendable {
    struct Counts: Sendable {
      var attempts: UInt64 = 0
      var halfOpen: UInt64 = 0
      var unanswered: UInt64 = 0
    }

    var intervals: [Int64: Counts] = [:]
    var sources: Set<IPAddress> = []
    var evidence = FindingEvidence()
    var halfOpen: UInt64 = 0
    var attempts: UInt64 = 0
  }

  private var table = SubjectTable<Endpoint, Notes>(limit: services)

  package static let interests: RuleInterests = .flows

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ flow: EndedFlow) {
    guard let attempt = flow.attempt, attempt != .refused else { return }
    // Attempts before the first that stays half open do not count: most services have none.
    guard attempt != .made || table.contains(flow.record.pointee.responder) else { return }
    table.change(flow.record.pointee.responder, from: Notes()) { notes in
      let interval = flow.record.pointee.first.nanoseconds / Self.interval
      notes.attempts += 1
      var counts = notes.intervals[interval] ?? Notes.Counts()
      counts.attempts += 1
      if attempt == .halfOpen { counts.halfOpen += 1 }
      if attempt == .unanswered { counts.unanswered += 1 }
      if notes.intervals.count < Self.intervalLimit || notes.intervals[interval] != nil {
        notes.intervals[interval] = counts
      }
      guard attempt != .made else { return }
      notes.halfOpen += 1
      if notes.sources.count < Self.sourceLimit {
        notes.sources.insert(flow.record.pointee.originator.address)
      }
      notes.evidence.add(frame: flow.record.pointee.firstFrame, at: flow.record.pointee.first)
      notes.evidence.add(FindingFlow(flow.record.pointee))
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { service, notes in
      let sources = UInt64(notes.sources.count)
      let worst = notes.intervals.values.filter {
        Self.isFlood(
          halfOpen: $0.halfOpen,
          unanswered: $0.unanswered,
          of: $0.attempts,
          from: sources
        )
      }.map { $0.halfOpen + $0.unanswered }.max()
      return worst.map { finding(service, notes, worst: $0) }
    }
  }

  /// Whether an interval's attempts are a flood.
  static func isFlood(
    halfOpen: UInt64,
    unanswered: UInt64,
    of attempts: UInt64,
    from sources: UInt64
  ) -> Bool {
    let open = sources >= Self.sources ? halfOpen + unanswered : halfOpen
    return open >= Self.halfOpen && Double(open) >= share * Double(attempts)
  }

  private func finding(_ service: Endpoint, _ notes: Notes, worst: UInt64) -> Finding {
    let subject = FindingSubject.service(service.address, .tcp, service.port)
    let isCut = notes.sources.count >= Self.sourceLimit
    let sources = Quantity.count(UInt64(notes.sources.count)).text
    return Finding(
      .synFlood,
      .critical,
      .likely,
      subject: subject,
      seen: "\(Quantity.count(notes.halfOpen).text) of \(Quantity.count(notes.attempts).text) "
        + "connections to \(FindingText.subject(subject)) were left half open, up to "
        + "\(Quantity.count(worst).text) in \(FindingText.time(Self.interval)); source "
        + "addresses: \(sources)\(isCut ? " or more" : "").",
      figures: [
        Figure(.count, .count(notes.halfOpen)),
        Figure(.total, .count(notes.attempts)),
        Figure(.extent, .count(worst)),
        Figure(.time, .nanoseconds(notes.evidence.duration)),
      ],
      evidence: notes.evidence,
      restsOnSilence: !notes.intervals.values.contains {
        Self.isFlood(halfOpen: $0.halfOpen, unanswered: 0, of: $0.attempts, from: 0)
      }
    )
  }
}
