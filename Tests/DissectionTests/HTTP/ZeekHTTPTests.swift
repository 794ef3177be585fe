import Dissection
import TestSupport
import Testing

/// Zeek's own `http.log` of captures in the corpus, on the fields that both have.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct ZeekHTTPTests {
  private static let columns = [
    "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "trans_depth", "method", "host", "uri",
    "referrer", "version", "user_agent", "origin", "request_body_len", "response_body_len",
    "status_code", "status_msg",
  ]

  /// Why a transaction of Zeek's is not expected to be equal, by its URI.
  private enum Reason {
    /// Apus looks into Teredo on its own port alone.
    case unseen
    /// Zeek counts content after decompression.
    case compressed
  }

  private static let known: [String: Reason] = [
    "ipv6.google.com/": .unseen,
    "ipv6.google.com/search?hl=en&q=Wireshark+!&btnG=Google+Search": .unseen,
    "www.wireshark.org/": .compressed,
  ]

  @Test(arguments: [
    ("zeek__mixed-vlan-mpls.pcap", "core.vlan-mpls"),
    ("zeek__nflog-http.pcap", "core.nflog"),
    ("zeek__tunnels-Teredo.pcap", "core.tunnels.teredo"),
    ("zeek__tunnels-vxlan-encapsulated-http.pcap", "core.tunnels.analyzer-confirmation"),
  ])
  func transactionsEqualZeeks(capture: String, baseline: String) throws {
    let path = Corpus.path(for: "zeek-baselines/\(capture)__\(baseline)__http.log")
    let expected = try rows(of: String(decoding: FileBytes.read(path), as: UTF8.self))
    let found = try ConversationReader.conversations(in: Corpus.path(for: capture))
      .flatMap { conversation in
        let dissector = conversation.dissect(
          with: HTTPDissector(),
          recognise: HTTPDissector.recognise
        )
        return (dissector?.finished ?? []).map { row(of: $0, in: conversation) }
      }
    #expect(!expected.isEmpty)
    let reasons = expected.map { Self.known[$0[6] + $0[7]] }
    for (row, reason) in zip(expected, reasons) where reason == nil {
      #expect(found.contains(row))
    }
    #expect(found.count == reasons.filter { $0 != .unseen }.count)
  }

  private func rows(of log: String) -> [[String]] {
    var names: [Substring] = []
    var rows: [[String]] = []
    for line in log.split(separator: "\n") {
      let values = line.split(separator: "\t", omittingEmptySubsequences: false)
      if line.hasPrefix("#fields") { names = Array(values.dropFirst()) }
      guard !line.hasPrefix("#") else { continue }
      let row = Dictionary(zip(names, values)) { first, _ in first }
      rows.append(Self.columns.map { row[Substring($0)].map(String.init) ?? "?" })
    }
    return rows.sorted { $0.joined() < $1.joined() }
  }

  private func row(
    of transaction: HTTPTransaction,
    in conversation: CapturedConversation
  ) -> [String] {
    let request = transaction.request
    let response = transaction.response
    let reason = response?.reason ?? "-"
    return [
      conversation.client, "\(conversation.clientPort)",
      conversation.server, "\(conversation.serverPort)",
      "\(transaction.depth)", request?.method ?? "-", request?.fields.host ?? "-",
      request?.uri ?? "-", request?.fields.referrer ?? "-",
      // Zeek keeps the version of the message that it saw last.
      (response?.version ?? request?.version).map { "\($0)" } ?? "-",
      request?.fields.userAgent ?? "-",
      request?.fields.origin ?? "-", "\(request?.body.seen ?? 0)", "\(response?.body.seen ?? 0)",
      "\(response?.status ?? 0)", reason.isEmpty ? "<empty>" : reason,
    ]
  }
}
