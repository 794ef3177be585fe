import Flows
import Packets

/// A host that tries one port, or the echo of ICMP, at many others, most of them not there.
package struct HostSweepRule: FindingRule {
  /// Distinct hosts that refused or did not answer: Zeek's `addr_scan_threshold`.
  static let hosts: UInt64 = 25
  /// Nanoseconds within which they were tried on average: Zeek's `addr_scan_interval`.
  static let interval: Int64 = 300_000_000_000
  /// Distinct hosts that make a sweep however long it takes.
  static let patientHosts: UInt64 = 250
  /// Share of the attempts that failed: who knows whom to ask mostly succeeds.
  static let share = 0.5
  /// Clients with a port that are watched, and hosts that are told apart for each.
  static let clients = 1024
  static let hostLimit = 512

  package static let description = RuleDescription(
    .hostSweep,
    title: "A host sweeps the network",
    severities: .warning ... .warning,
    thresholds: [
      .init("hosts", .count(hosts), "hosts that refuse or do not answer, at least"),
      .init("interval", .nanoseconds(interval), "within which that many are tried, on average"),
      .init("patient_hosts", .count(patientHosts), "hosts that tell a sweep at any speed"),
      .init("share", .ratio(share), "of the client's attempts at the port fail, at least"),
    ],
    why: "Somebody looks for hosts that offer a service: an inventory, or a worm that spreads.",
    advice: "Find out which program on the sweeping host does it and whether it should. See which "
      + "hosts answered, and what was said to them.",
    source: "Zeek, policy/misc/scan"
  )

  private struct Service: Hashable, Sendable {
    var client: IPAddress
    var transport: TransportKind
    var port: UInt16
  }

  private struct Notes: Sendable {
    var absent: Set<IPAddress> = []
    var evidence = FindingEvidence()
    var failed: UInt64 = 0
    var attempts: UInt64 = 0
    /// Attempts that were refused, and of the absent hosts those that refused at first.
    var refused: UInt64 = 0
    var refusingHosts: UInt64 = 0
  }

  private var table = SubjectTable<Service, Notes>(limit: clients)

  package static let interests: RuleInterests = .flows

  package init() {}

  /// Attempts at hosts that were too many to be told apart.
  private var unlisted: UInt64 = 0

  package var omitted: UInt64 { table.omitted &+ unlisted }

  package mutating func receive(_ flow: EndedFlow) {
    guard let hasFailed = Self.hasFailed(flow) else { return }
    let service = Service(
      client: flow.record.pointee.originator.address,
      transport: flow.record.pointee.transport,
      port: flow.record.pointee.responder.port
    )
    // Attempts before the first that failed do not count: most services never fail.
    guard hasFailed || table.contains(service) else { return }
    let isListed = table.change(service, from: Notes()) { notes in
      notes.attempts += 1
      guard hasFailed else { return true }
      notes.failed += 1
      if flow.attempt == .refused { notes.refused += 1 }
      let host = flow.record.pointee.responder.address
      guard notes.absent.count < Self.hostLimit else { return notes.absent.contains(host) }
      guard notes.absent.insert(host).inserted else { return true }
      if flow.attempt == .refused { notes.refusingHosts += 1 }
      notes.evidence.add(frame: flow.record.pointee.firstFrame, at: flow.record.pointee.first)
      notes.evidence.add(FindingFlow(flow.record.pointee))
      return true
    }
    if !isListed { unlisted &+= 1 }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { service, notes in
      let isSweep = Self.isSweep(
        UInt64(notes.absent.count),
        over: notes.evidence.duration,
        failed: notes.failed,
        of: notes.attempts
      )
      return isSweep ? finding(service, notes) : nil
    }
  }

  /// Whether so many absent hosts in so many nanoseconds are a sweep.
  static func isSweep(
    _ hosts: UInt64,
    over duration: Int64,
    failed: UInt64,
    of attempts: UInt64
  ) -> Bool {
    guard hosts >= Self.hosts, Double(failed) >= share * Double(attempts) else { return false }
    if hosts >= patientHosts { return true }
    return duration / Int64(clamping: hosts) <= interval / Int64(clamping: Self.hosts)
  }

  /// Whether an attempt failed; `nil` for flows that are none.
  private static func hasFailed(_ flow: EndedFlow) -> Bool? {
    switch flow.record.pointee.transport {
    case .tcp:
      return flow.attempt.map { $0 == .refused || $0 == .unanswered }
    case .icmp where flow.record.pointee.originator.port == 8,
      .icmpv6 where flow.record.pointee.originator.port == 128:
      return flow.record.pointee.backward.packets == 0
    default: return nil
    }
  }

  private func finding(_ service: Service, _ notes: Notes) -> Finding {
    let isCut = notes.absent.count >= Self.hostLimit
    let count = Quantity.count(UInt64(notes.absent.count)).text
    let hosts = "\(count)\(isCut ? " or more" : "") hosts"
    let what = service.transport == .tcp ? "TCP port \(service.port)" : "an echo request"
    let time = FindingText.time(notes.evidence.duration)
    return Finding(
      .hostSweep,
      .warning,
      notes.absent.count >= Self.patientHosts ? .certain : .likely,
      subject: FindingSubject(
        client: service.client,
        transport: service.transport,
        port: service.transport == .tcp ? service.port : nil
      ),
      seen: "\(service.client) tried \(hosts) with \(what) in \(time) that "
        + "refused or did not answer: \(Quantity.count(notes.failed).text) of its "
        + "\(Quantity.count(notes.attempts).text) attempts failed.",
      figures: [
        Figure(.count, .count(UInt64(notes.absent.count))),
        Figure(.rate, .ratio(Double(notes.failed) / Double(max(1, notes.attempts)))),
        Figure(.total, .count(notes.attempts)),
        Figure(.time, .nanoseconds(notes.evidence.duration)),
      ],
      evidence: notes.evidence,
      restsOnSilence: !Self.isSweep(
        notes.refusingHosts,
        over: notes.evidence.duration,
        failed: notes.refused,
        of: notes.attempts
      )
    )
  }
}
