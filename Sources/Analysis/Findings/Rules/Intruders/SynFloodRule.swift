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
  /// Clients that SYNs without any answer have to come from in the interval: fewer only call a host
  /// that is down.
  static let sources: UInt64 = 64
  /// Services that are watched, and sources that are told apart for each.
  static let services = 512
  static let sourceLimit = 1024

  package static let description = RuleDescription(
    .synFlood,
    title: "A service is flooded with SYNs",
    severities: .critical ... .critical,
    thresholds: [
      .init("half_open", .count(halfOpen), "half-open connections in an interval, at least"),
      .init("interval", .nanoseconds(interval), "length of an interval"),
      .init("share", .ratio(share), "of the interval's attempts stay half open, at least"),
      .init(
        "sources",
        .count(sources),
        "clients in the interval, where none is answered, at least"
      ),
    ],
    why: "Each half-open connection holds a place in the listener's queue for a minute: when it "
      + "is full, the service refuses its users.",
    advice: "Turn on SYN cookies, let a firewall or the provider drop the sources; see whether "
      + "they are made up (one SYN from each) or can be blocked.",
    source: "RFC 4987"
  )

  /// The attempts of an interval.
  struct Attempts: IntervalCounts {
    var all: UInt64 = 0
    var halfOpen: UInt64 = 0
    /// Those that were not made again: who wants an answer asks for it again.
    var unanswered: UInt64 = 0
    /// Who made those that are not answered, as many as matter.
    var sources: Set<IPAddress> = []

    /// What is taken for a flood's.
    var open: UInt64 {
      UInt64(sources.count) >= SynFloodRule.sources ? halfOpen &+ unanswered : halfOpen
    }

    var isFlood: Bool { isFlood(open) }
    /// Whether what the service answered is a flood by itself.
    var isAnsweredFlood: Bool { isFlood(halfOpen) }

    private func isFlood(_ open: UInt64) -> Bool {
      open >= SynFloodRule.halfOpen && Double(open) >= SynFloodRule.share * Double(all)
    }

    func isWorse(than other: Attempts) -> Bool {
      if isAnsweredFlood != other.isAnsweredFlood { return isAnsweredFlood }
      if isFlood != other.isFlood { return isFlood }
      return (open, all) > (other.open, other.all)
    }

    mutating func add(_ attempt: ConnectionAttempt, isRepeated: Bool, from source: IPAddress) {
      all &+= 1
      switch attempt {
      case .halfOpen: halfOpen &+= 1
      case .unanswered where !isRepeated:
        unanswered &+= 1
        if UInt64(sources.count) < SynFloodRule.sources { sources.insert(source) }
      case .unanswered, .refused, .aborted, .made: break
      }
    }
  }

  private struct Notes: Sendable {
    var intervals = BusiestInterval<Attempts>(length: SynFloodRule.interval)
    var sources: Set<IPAddress> = []
    var evidence = FindingEvidence()
    var halfOpen: UInt64 = 0
    var attempts: UInt64 = 0
  }

  private var table = SubjectTable<Endpoint, Notes>(limit: services)
  /// Attempts that ended when their intervals were forgotten.
  private var uncounted: UInt64 = 0

  package static let interests: RuleInterests = .flows

  package init() {}

  package var omitted: UInt64 { table.omitted &+ uncounted }

  package mutating func receive(_ flow: EndedFlow) {
    guard let attempt = flow.attempt, attempt != .refused else { return }
    // Attempts before the first that stays half open do not count: most services have none.
    guard attempt.isPending || table.contains(flow.record.pointee.responder) else { return }
    let isRepeated = attempt == .unanswered && Self.isRepeated(flow.record.pointee.tcp)
    let source = flow.record.pointee.originator.address
    let isCounted = table.change(flow.record.pointee.responder, from: Notes()) { notes in
      notes.attempts += 1
      let isCounted = notes.intervals.count(at: flow.record.pointee.first.nanoseconds) {
        $0.add(attempt, isRepeated: isRepeated, from: source)
      }
      guard attempt.isPending, !isRepeated else { return true }
      notes.halfOpen += 1
      if notes.sources.count < Self.sourceLimit {
        notes.sources.insert(source)
      }
      notes.evidence.add(frame: flow.record.pointee.firstFrame, at: flow.record.pointee.first)
      notes.evidence.add(FindingFlow(flow.record.pointee))
      return isCounted
    }
    if !isCounted { uncounted &+= 1 }
  }

  private static func isRepeated(_ tcp: TCPSummary?) -> Bool {
    tcp.map { $0.originator.syns > 1 } ?? false
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { service, notes in
      guard let worst = notes.intervals.worst, worst.isFlood else { return nil }
      return finding(service, notes, worst)
    }
  }

  private func finding(_ service: Endpoint, _ notes: Notes, _ worst: Attempts) -> Finding {
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
        + "\(Quantity.count(worst.open).text) in \(FindingText.time(Self.interval)); source "
        + "addresses: \(sources)\(isCut ? " or more" : "").",
      figures: [
        Figure(.count, .count(notes.halfOpen)),
        Figure(.total, .count(notes.attempts)),
        Figure(.peak, .count(worst.open)),
        Figure(.time, .nanoseconds(notes.evidence.duration)),
      ],
      evidence: notes.evidence,
      restsOnSilence: !worst.isAnsweredFlood
    )
  }
}
