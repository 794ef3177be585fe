import Dissection
import TestSupport

@testable import Analysis

/// What the transactions of a capture say, by their kind and the frame that identifies them.
///
/// Contents that end with their connection have no end in ours that could be compared with tshark's,
/// which shows them with the FIN: their time is left out.
struct TransactionFields {
  private(set) var values: [String: [String: String]] = [:]

  // MARK: Ours

  init(_ transactions: [ApplicationTransaction]) {
    for transaction in transactions {
      switch transaction.content {
      case .dns(let dns): add(dns.value)
      case .http(let http): add(http.value)
      case .tls(let tls): add(tls.value)
      default: break
      }
    }
  }

  private mutating func add(_ dns: DNSTransaction) {
    let question = [
      "name": dns.question?.name ?? "", "type": dns.question.map { "\($0.type.rawValue)" } ?? "",
    ]
    if let query = dns.query { values["dns query \(query.frame)"] = question }
    guard let response = dns.response else { return }
    values["dns response \(response.frame)"] = question.merging(
      [
        "code": "\((dns.responseFlags?.responseCode.rawValue ?? 0))",
        "query": dns.query.map { "\($0.frame)" } ?? "",
        "time": dns.totalTime.map(Self.seconds) ?? "",
      ]
    ) { $1 }
  }

  private mutating func add(_ http: HTTPTransaction) {
    guard let request = http.request, let asked = request.times.end else { return }
    let said = [
      "method": request.method, "uri": request.uri, "host": request.fields.host ?? "",
    ]
    // Pipelined requests may end in the same frame.
    values["http request \(asked.frame)", default: [:]].merge(said) {
      $1.isEmpty ? $0 : "\($0);\($1)"
    }
    guard
      let (end, status, isClosing) = Self.answers(http).first(where: { $0.0.frame > asked.frame })
    else { return }
    var answer = ["code": "\(status)"]
    if !isClosing { answer["time"] = Self.seconds(end.nanoseconds(since: asked)) }
    values["http response to \(asked.frame)"] = answer
  }

  /// The ends and statuses of all responses, and whether the connection's end ends them.
  private static func answers(_ http: HTTPTransaction) -> [(Moment, UInt16, Bool)] {
    var answers = http.informational.map { ($0.end, $0.status, false) }
    if let response = http.response, let status = response.status, let end = response.times.end {
      let isClosing =
        response.fields.contentLength == nil && response.fields.transferEncoding == nil
        && ![101, 204, 304].contains(status) && http.request?.method != "HEAD"
      answers.append((end, status, isClosing))
    }
    return answers
  }

  private mutating func add(_ tls: TLSSession) {
    guard let hello = tls.clientHello, let moment = tls.moments.clientHello else { return }
    values["tls hello \(moment.frame)"] = [
      "name": tls.serverName ?? "", "fingerprint": JA3(hello).hash,
    ]
    guard let answer = tls.serverHello else { return }
    values["tls answer to \(moment.frame)"] = ["fingerprint": JA3(answer).hash]
  }

  /// As tshark writes intervals.
  private static func seconds(_ nanoseconds: Int64) -> String {
    let digits = String(nanoseconds.magnitude % 1_000_000_000)
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(nanoseconds.magnitude / 1_000_000_000)."
      + String(repeating: "0", count: 9 - digits.count) + digits
  }

  // MARK: tshark's

  init(of path: String, by tshark: Tshark) throws {
    let names = [
      "frame.number", "tcp.stream", "dns.flags.response", "dns.qry.name", "dns.qry.type",
      "dns.flags.rcode", "dns.response_to", "dns.time", "dns.retransmission",
      "http.request.method", "http.request.uri", "http.host", "http.response.code",
      "http.request_in", "http.time", "tls.handshake.type",
      "tls.handshake.extensions_server_name", "tls.handshake.ja3", "tls.handshake.ja3s",
    ]
    let filter = "dns || mdns || llmnr || (tcp && (http || tls.handshake.type))"
    var hellos: [String: String] = [:]
    for row in try tshark.fields(names, of: path, where: filter) {
      let fields = Dictionary(uniqueKeysWithValues: zip(names, row.map(String.init)))
      addDNS(fields)
      guard let stream = fields["tcp.stream"], !stream.isEmpty else { continue }
      addHTTP(fields)
      addTLS(fields, stream: stream, &hellos)
    }
  }

  private mutating func addDNS(_ fields: [String: String]) {
    guard let frame = fields["frame.number"], fields["dns.retransmission"] == "" else { return }
    let question = [
      "name": fields["dns.qry.name"] == "<Root>" ? "" : fields["dns.qry.name"] ?? "",
      "type": fields["dns.qry.type"] ?? "",
    ]
    switch fields["dns.flags.response"] {
    case "0": values["dns query \(frame)"] = question
    case "1":
      values["dns response \(frame)"] = question.merging(
        [
          "code": fields["dns.flags.rcode"] ?? "", "query": fields["dns.response_to"] ?? "",
          "time": fields["dns.time"] ?? "",
        ]
      ) { $1 }
    default: break
    }
  }

  private mutating func addHTTP(_ fields: [String: String]) {
    guard let frame = fields["frame.number"] else { return }
    if let method = fields["http.request.method"], !method.isEmpty {
      values["http request \(frame)"] = [
        "method": method, "uri": fields["http.request.uri"] ?? "",
        "host": fields["http.host"] ?? "",
      ]
    }
    if let asked = fields["http.request_in"], !asked.isEmpty,
      values["http response to \(asked)"] == nil
    {
      values["http response to \(asked)"] = [
        "code": fields["http.response.code"] ?? "", "time": fields["http.time"] ?? "",
      ]
    }
  }

  private mutating func addTLS(
    _ fields: [String: String],
    stream: String,
    _ hellos: inout [String: String]
  ) {
    guard let frame = fields["frame.number"] else { return }
    if let types = fields["tls.handshake.type"], types.split(separator: ";").contains("1"),
      hellos[stream] == nil
    {
      hellos[stream] = frame
      values["tls hello \(frame)"] = [
        "name": fields["tls.handshake.extensions_server_name"] ?? "",
        "fingerprint": fields["tls.handshake.ja3"] ?? "",
      ]
    }
    // Behind a request to try again, the last one counts.
    if let hello = hellos[stream],
      let print = fields["tls.handshake.ja3s"]?.split(separator: ";").last
    {
      values["tls answer to \(hello)"] = ["fingerprint": String(print)]
    }
  }

  // MARK: Comparison

  /// Names of the transactions that differ.
  func differences(from theirs: TransactionFields) -> [String] {
    Set(values.keys).union(theirs.values.keys).filter { key in
      guard let our = values[key], let their = theirs.values[key] else { return true }
      return our.contains { their[$0.key] != $0.value }
    }.sorted()
  }
}
