import Flows
import Packets

/// A host that tries many ports of another, most of them closed.
package struct PortScanRule: FindingRule {
  /// Distinct ports that refused or did not answer: Zeek's `port_scan_threshold`.
  static let ports: UInt64 = 15
  /// Nanoseconds within which they were tried on average: Zeek's `port_scan_interval`.
  static let interval: Int64 = 300_000_000_000
  /// Distinct ports that make a scan however long it takes.
  static let patientPorts: UInt64 = 100
  /// Pairs of hosts that are watched.
  static let pairs = 1024

  package static let description = RuleDescription(
    .portScan,
    title: "A host scans ports",
    severities: .warning ... .warning,
    thresholds: [
      .init("ports", .count(ports), "closed or silent ports of one host, at least"),
      .init("interval", .nanoseconds(interval), "within which that many are tried, on average"),
      .init("patient_ports", .count(patientPorts), "ports that tell a scan at any speed"),
    ],
    why: "Somebody looks for services to use or to attack. No program needs so many ports of one "
      + "host that are closed.",
    advice: "Find out what runs on the scanning host: a security scan or an inventory that "
      + "somebody ordered, or something that should not be there. See which ports answered.",
    source: "Zeek, policy/misc/scan; RFC 9293 §3.5.2"
  )

  private struct Pair: Hashable, Sendable {
    var client: IPAddress
    var server: IPAddress
  }

  private struct Notes: Sendable {
    var closed = PortSet()
    var evidence = FindingEvidence()
    var refused: UInt64 = 0
    var unanswered: UInt64 = 0
    /// Of the closed ports, those that refused at first.
    var refusedPorts: UInt64 = 0
  }

  private var table = SubjectTable<Pair, Notes>(limit: pairs)

  package static let interests: RuleInterests = .flows

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ flow: EndedFlow) {
    guard let attempt = flow.attempt, attempt == .refused || attempt == .unanswered
    else { return }
    let pair = Pair(
      client: flow.record.pointee.originator.address,
      server: flow.record.pointee.responder.address
    )
    table.change(pair, from: Notes()) { notes in
      if attempt == .refused { notes.refused += 1 } else { notes.unanswered += 1 }
      guard notes.closed.insert(flow.record.pointee.responder.port) else { return }
      if attempt == .refused { notes.refusedPorts += 1 }
      notes.evidence.add(frame: flow.record.pointee.firstFrame, at: flow.record.pointee.first)
      notes.evidence.add(FindingFlow(flow.record.pointee))
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { pair, notes in
      guard Self.isScan(UInt64(notes.closed.count), over: notes.evidence.duration) else {
        return nil
      }
      return finding(pair, notes)
    }
  }

  /// Whether so many closed ports in so many nanoseconds are a scan.
  static func isScan(_ ports: UInt64, over duration: Int64) -> Bool {
    guard ports >= Self.ports else { return false }
    if ports >= patientPorts { return true }
    return duration / Int64(clamping: ports) <= interval / Int64(clamping: Self.ports)
  }

  private func finding(_ pair: Pair, _ notes: Notes) -> Finding {
    let ports = FindingText.counted(UInt64(notes.closed.count), "port")
    let time = FindingText.time(notes.evidence.duration)
    return Finding(
      .portScan,
      .warning,
      notes.closed.count >= Self.patientPorts ? .certain : .likely,
      subject: FindingSubject(client: pair.client, server: pair.server),
      seen: "\(pair.client) tried \(ports) of "
        + "\(pair.server) in \(time) that were closed: "
        + "\(Quantity.count(notes.refused).text) attempts were refused, "
        + "\(Quantity.count(notes.unanswered).text) not answered.",
      figures: [
        Figure(.count, .count(UInt64(notes.closed.count))),
        Figure(.total, .count(notes.refused + notes.unanswered)),
        Figure(.time, .nanoseconds(notes.evidence.duration)),
      ],
      evidence: notes.evidence,
      restsOnSilence: !Self.isScan(notes.refusedPorts, over: notes.evidence.duration)
    )
  }
}
