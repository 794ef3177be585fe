internal import Analysis
internal import Dissection
internal import Packets

extension JSONWriter {
  /// Of each list so many entries are written.
  private static var listLength: Int { 50 }

  mutating func write(_ key: StaticString, _ applications: ApplicationTotals?) {
    guard let applications else { return null(key) }
    beginObject(key)
    beginArray("transactions")
    let counts = applications.counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    for (type, count) in counts { named(type, count) }
    endArray()
    beginArray("malformed_messages")
    let malformed = applications.malformedMessages.sorted { $0.key.rawValue < $1.key.rawValue }
    for (application, count) in malformed { named(application.name, count) }
    endArray()
    write(applications.dns)
    write(applications.http)
    write(applications.tls)
    write(applications.quic)
    write(applications.rtp)
    endObject()
  }

  private mutating func write(_ dns: DNSTotals) {
    beginObject("dns")
    field("queries", dns.queries)
    field("repeats", dns.repeats)
    field("answered", dns.answered)
    field("unanswered", dns.unanswered)
    field("unsolicited", dns.unsolicited)
    field("truncated", dns.truncated)
    field("multicast", dns.multicast)
    beginArray("response_codes")
    for (code, count) in dns.codes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      named(code.name, count)
    }
    endArray()
    write("total_time", dns.times)
    beginArray("names")
    for hitter in dns.names.heaviest(Self.listLength) {
      beginObject()
      field("name", hitter.key)
      write(hitter.tally, missed: hitter.missed)
      endObject()
    }
    endArray()
    beginArray("servers")
    for hitter in dns.servers.heaviest(Self.listLength) {
      beginObject()
      field("address", hitter.key)
      write(hitter.tally, missed: hitter.missed)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func write(_ tally: DNSTally, missed: UInt64) {
    field("queries", tally.queries)
    field("nonexistent", tally.nonexistent)
    field("failures", tally.failures)
    field("unanswered", tally.unanswered)
    percentiles(tally.times)
    field("missed", missed)
  }

  private mutating func write(_ http: HTTPTotals) {
    beginObject("http")
    field("requests", http.requests)
    field("unanswered", http.unanswered)
    beginObject("statuses")
    for (index, name) in (["1xx", "2xx", "3xx", "4xx", "5xx"] as [StaticString]).enumerated() {
      field(name, http.classes[index + 1])
    }
    field("other", http.classes[0])
    endObject()
    words("methods", http.methods)
    field("request_bytes", http.requestBytes)
    field("response_bytes", http.responseBytes)
    write("time_to_first_byte", http.timesToFirstByte)
    beginArray("hosts")
    for hitter in http.hosts.heaviest(Self.listLength) {
      beginObject()
      field("name", hitter.key)
      field("requests", hitter.tally.requests)
      field("client_errors", hitter.tally.clientErrors)
      field("server_errors", hitter.tally.serverErrors)
      field("unanswered", hitter.tally.unanswered)
      percentiles(hitter.tally.timesToFirstByte)
      field("missed", hitter.missed)
      endObject()
    }
    endArray()
    endObject()
  }

  private mutating func write(_ tls: TLSTotals) {
    beginObject("tls")
    field("connections", tls.sessions)
    field("established", tls.established)
    field("resumed", tls.resumed)
    field("alerted", tls.alerted)
    words("versions", tls.versions)
    words("cipher_suites", tls.cipherSuites)
    words("alerts", tls.alerts)
    write("handshake_time", tls.handshakes)
    write(tls.serverNames)
    endObject()
  }

  private mutating func write(_ quic: QUICTotals) {
    beginObject("quic")
    field("connections", quic.connections)
    field("established", quic.established)
    field("retried", quic.retried)
    field("closed", quic.closed)
    words("versions", quic.versions)
    write("handshake_time", quic.handshakes)
    write(quic.serverNames)
    endObject()
  }

  private mutating func write(_ names: HeavyHitters<String, HandshakeTally>) {
    beginArray("server_names")
    for hitter in names.heaviest(Self.listLength) {
      beginObject()
      field("name", hitter.key)
      field("connections", hitter.tally.connections)
      field("established", hitter.tally.established)
      field("failures", hitter.tally.failures)
      percentiles(hitter.tally.times)
      field("missed", hitter.missed)
      endObject()
    }
    endArray()
  }

  private mutating func write(_ rtp: RTPTotals) {
    beginObject("rtp")
    field("streams", rtp.streams)
    field("packets", rtp.packets)
    field("expected", rtp.expected)
    field("lost", rtp.lost)
    field("reordered", rtp.reordered)
    field("duplicates", rtp.duplicates)
    write("jitter", rtp.jitters)
    endObject()
  }

  private mutating func words<Word: CustomStringConvertible>(
    _ key: StaticString,
    _ words: HeavyHitters<Word, CountBin>
  ) {
    beginArray(key)
    for hitter in words.heaviest(Self.listLength) { named("\(hitter.key)", hitter.tally.count) }
    endArray()
  }

  private mutating func named(_ name: String, _ count: UInt64) {
    beginObject()
    field("name", name)
    field("count", count)
    endObject()
  }

  private mutating func percentiles(_ times: DurationBin) {
    field("p50_ns", times.percentile(0.5))
    field("p95_ns", times.percentile(0.95))
  }
}
