internal import Analysis
internal import Dissection

extension AnalysisText {
  /// What applications did, a row for each protocol that has more to say than a number.
  func putApplications(_ totals: ApplicationTotals, to page: inout TextPage) {
    let counts = totals.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let list = counts.map { "\($0.key) \(Wording.count($0.value))" }
    page.section("Protocols", list.joined(separator: ", "))
    put(totals.dns, to: &page)
    put(totals.http, to: &page)
    put(totals.tls, to: &page)
    put(totals.quic, to: &page)
    put(totals.rtp, to: &page)
  }

  private func put(_ dns: DNSTotals, to page: inout TextPage) {
    guard dns.queries > 0 else { return }
    let codes = dns.codes.sorted { $0.key.rawValue < $1.key.rawValue }
      .filter { $0.key != .noError }
    let parts = Wording.list(
      codes.map { ($0.value, $0.key.name) }
        + [(dns.repeats, "sent again"), (dns.unanswered, "unanswered")]
    )
    put(
      "DNS",
      dns.queries == 1 ? "1 query" : "\(Wording.count(dns.queries)) queries",
      parts,
      ("answered in", dns.times),
      to: &page
    )
  }

  private func put(_ http: HTTPTotals, to page: inout TextPage) {
    guard http.requests > 0 else { return }
    let classes = (1...5).map { (http.classes[$0], "\($0)xx") }
    put(
      "HTTP",
      Wording.counted(http.requests, "request"),
      Wording.list(classes + [(http.unanswered, "unanswered")]),
      ("first byte after", http.timesToFirstByte),
      to: &page
    )
  }

  private func put(_ tls: TLSTotals, to page: inout TextPage) {
    guard tls.sessions > 0 else { return }
    put(
      "TLS",
      Wording.counted(tls.sessions, "connection"),
      Wording.list([
        (tls.established, "established"), (tls.resumed, "resumed"), (tls.alerted, "with alerts"),
      ]),
      ("handshake in", tls.handshakes),
      to: &page
    )
  }

  private func put(_ quic: QUICTotals, to page: inout TextPage) {
    guard quic.connections > 0 else { return }
    put(
      "QUIC",
      Wording.counted(quic.connections, "connection"),
      Wording.list([
        (quic.established, "established"), (quic.retried, "retried"), (quic.closed, "closed early"),
      ]),
      ("handshake in", quic.handshakes),
      to: &page
    )
  }

  private func put(_ rtp: RTPTotals, to page: inout TextPage) {
    guard rtp.streams > 0 else { return }
    let packets = Wording.counted(rtp.expected, "packet")
    let loss =
      rtp.lost == 0
      ? "nothing of \(packets) lost"
      : "\(Wording.share(Double(rtp.lost) / Double(max(1, rtp.expected)))) of \(packets) lost"
    put(
      "RTP",
      Wording.counted(rtp.streams, "stream"),
      loss,
      ("mean jitter", rtp.jitters),
      to: &page
    )
  }

  private func put(
    _ name: String,
    _ headline: String,
    _ parts: String,
    _ times: (label: String, durations: DurationHistogram),
    to page: inout TextPage
  ) {
    var text = parts.isEmpty ? headline : "\(headline): \(parts)"
    if let median = times.durations.percentile(0.5), let high = times.durations.percentile(0.95) {
      text += "; \(times.label) \(Wording.time(median))"
      if times.durations.count > 1 { text += " (median), p95 \(Wording.time(high))" }
    }
    page.row(name, text)
  }
}
