import Dissection
import Flows
import Packets

/// Single requests that take long at a web server that is otherwise quick.
package struct SlowResponseRule: FindingRule {
  /// Nanoseconds from the request's last byte to the response's first.
  static let slow: Int64 = 1_000_000_000
  /// How many times the host's median that is, at least.
  static let factor: Int64 = 10
  /// Nanoseconds: who waits longer on purpose polls (RFC 6202 §5.5 recommends 30 s).
  static let poll = ReplyTimes.held
  /// Quick answers that show what is usual.
  static let quickAnswers: UInt64 = 5
  /// Share of the answers that may be slow: more, and the server is slow as a whole.
  static let share = 0.5
  /// Nanoseconds, and slow answers, that are a warning.
  static let warningTime: Int64 = 3_000_000_000
  static let warningCount: UInt64 = 3
  /// Hosts that are watched, and slow answers that wait for their flow's end.
  static let services = 1024
  static let flows = 4096
  static let answersOfFlow = 16

  package static let description = RuleDescription(
    .slowResponse,
    title: "Single requests are slow",
    severities: .notice ... .warning,
    thresholds: [
      .init("slow", .nanoseconds(slow), "from the request's end to the response's first byte"),
      .init("factor", .count(UInt64(factor)), "times the host's median, at least"),
      .init("poll", .nanoseconds(poll), "and longer is taken for polling"),
      .init("quick_answers", .count(quickAnswers), "quick answers of the host, at least"),
      .init("share", .ratio(share), "of the host's answers are slow, at most"),
      .init("warning_time", .nanoseconds(warningTime), "for one of them: a warning; or"),
      .init("warning_count", .count(warningCount), "slow answers: a warning"),
    ],
    why: "The network and the server are quick enough for the others: these requests wait for "
      + "something of their own, and so do their users.",
    advice: "Look at the paths named: a query without an index, a call to another service, a "
      + "lock. The server's own log of slow requests tells which.",
    source: "RFC 9110 §15; RFC 6202 §5.5"
  )

  private struct Answer: Sendable {
    var service: FindingSubject
    var path: String
    var time: Int64
    var response: Moment
    var flow: FlowIdentity
  }

  private struct Notes: Sendable {
    var times = DurationBin()
    var slow: [Answer] = []
    var slowCount: UInt64 = 0
    var worst: Int64 = 0
    var waited: Int64 = 0
    var evidence = FindingEvidence()
  }

  /// Paths that are told apart for a host.
  private static let pathLimit = 16

  private var table = SubjectTable<FindingSubject, Notes>(limit: services)
  /// Slow answers of flows that are alive: retransmissions may be what took the time.
  private var pending = SubjectTable<UInt64, [Answer]>(limit: flows)

  package static let interests: RuleInterests = [.flows, .http]

  package init() {}

  /// Slow answers that were one too many for their flow.
  private var unkept: UInt64 = 0

  package var omitted: UInt64 { table.omitted &+ pending.omitted &+ unkept }

  package mutating func receive(_ exchange: WebExchange) {
    guard let time = Self.answerTime(exchange.http.value) else { return }
    table.change(exchange.service, from: Notes()) { $0.times.add(time) }
    guard time >= Self.slow, time < Self.poll, let response = exchange.response else { return }
    let answer = Answer(
      service: exchange.service.key,
      path: exchange.path,
      time: time,
      response: response.times.start,
      flow: exchange.flow
    )
    let isKept = pending.change(exchange.flow.id, from: []) { answers in
      guard answers.count < Self.answersOfFlow else { return false }
      answers.append(answer)
      return true
    }
    if !isKept { unkept &+= 1 }
  }

  package mutating func receive(_ flow: EndedFlow) {
    guard let answers = pending.remove(flow.record.pointee.id), let tcp = flow.record.pointee.tcp,
      tcp.originator.timeouts == 0, tcp.responder.timeouts == 0,
      tcp.originator.missedBytes == 0, tcp.responder.missedBytes == 0
    else { return }
    for answer in answers {
      table.change(answer.service, from: Notes()) { notes in
        notes.slowCount += 1
        notes.worst = max(notes.worst, answer.time)
        notes.waited = notes.waited.addingClamped(answer.time)
        if notes.slow.count < Self.pathLimit { notes.slow.append(answer) }
        notes.evidence.add(answer.response, of: answer.flow)
      }
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { service, notes in
      let median = notes.times.percentile(0.5) ?? 0
      let severity = Self.severity(
        slow: notes.slowCount,
        of: UInt64(notes.times.count),
        worst: notes.worst,
        median: median
      )
      return severity > .ok ? finding(service, notes, severity, median: median) : nil
    }
  }

  /// What slow answers of a host are worth.
  static func severity(slow: UInt64, of total: UInt64, worst: Int64, median: Int64) -> Severity {
    guard slow > 0, total >= slow, total - slow >= quickAnswers,
      Double(slow) <= share * Double(total), worst / factor >= median
    else { return .ok }
    return worst >= warningTime || slow >= warningCount ? .warning : .notice
  }

  /// What the server took, in nanoseconds; `nil` where that does not tell how quick it is.
  static func answerTime(_ transaction: HTTPTransaction) -> Int64? {
    guard transaction.request?.method != "CONNECT", transaction.upgrade == nil,
      transaction.response?.fields.isEventStream != true
    else { return nil }
    return transaction.serverThinkTime
  }

  private func finding(
    _ service: FindingSubject,
    _ notes: Notes,
    _ severity: Severity,
    median: Int64
  ) -> Finding {
    let paths = notes.slow.sorted { ($1.time, $0.response.frame) < ($0.time, $1.response.frame) }
      .map(\.path).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    return Finding(
      .slowResponse,
      severity,
      .likely,
      subject: service,
      seen: "\(WebExchange.text(service)) took up to \(FindingText.time(notes.worst)) to the first "
        + "byte of \(Quantity.count(notes.slowCount).text) of its "
        + "\(FindingText.counted(UInt64(notes.times.count), "answer")), \(FindingText.time(median)) in the "
        + "median. Slow: \(FindingText.list(paths)).",
      figures: [
        Figure(.time, .nanoseconds(notes.worst)),
        Figure(.median, .nanoseconds(median)),
        Figure(.count, .count(notes.slowCount)),
        Figure(.total, .count(UInt64(notes.times.count))),
      ],
      evidence: notes.evidence,
      timeLost: notes.waited
    )
  }
}
