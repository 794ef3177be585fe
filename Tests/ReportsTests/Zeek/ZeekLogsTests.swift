import Reports
import TestSupport
import Testing

/// What holds for the logs of any capture.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct ZeekLogsTests {
  private static let captures = [
    "ndpi__1kxun.pcap", "ndpi__instagram.pcap", "ndpi__reddit.pcap", "ndpi__ocsp.pcapng",
    "ndpi__quic-v2.pcapng", "zeek__tunnels-Teredo.pcap", "chrissanders__http_espn.pcapng",
    "ndpi__fuzz-2006-09-29-28586.pcap", "tcpdump__dns-badlabel.pcap",
    "zeek__http-get_nosyn.pcap", "wireshark__http2_follow_multistream.pcapng",
  ]

  @Test(arguments: captures)
  func uidAndEndsAreThoseOfConnLog(_ capture: String) throws {
    let logs = try ZeekLogsOfCapture.text(of: capture).mapValues { ZeekLog($0).rows }
    let connections = Set((logs[.conn] ?? []).map(Self.identity))
    for (name, rows) in logs where name != .conn && name != .x509 {
      for row in rows where row["uid"] != "-" {
        #expect(connections.contains(Self.identity(row)), "\(name): \(Self.identity(row))")
      }
    }
  }

  @Test(arguments: captures)
  func everyLineHasAllFieldsAndNoControlCharacters(_ capture: String) throws {
    for (name, text) in try ZeekLogsOfCapture.text(of: capture) {
      let lines = text.split(separator: "\n")
      let fields = try #require(lines.first { $0.hasPrefix("#fields") }).split(separator: "\t")
      let types = try #require(lines.first { $0.hasPrefix("#types") }).split(separator: "\t")
      #expect(fields.count == types.count)
      #expect(lines.last?.hasPrefix("#close") == true)
      for line in lines where !line.hasPrefix("#") {
        let values = line.split(separator: "\t", omittingEmptySubsequences: false)
        #expect(values.count == fields.count - 1, "\(name): \(line)")
        #expect(values.allSatisfy { !$0.isEmpty }, "\(name): \(line)")
        #expect(!line.utf8.contains { $0 < 0x20 && $0 != 0x09 || $0 == 0x7f }, "\(name)")
      }
    }
  }

  @Test(arguments: captures)
  func jsonSaysTheSame(_ capture: String) throws {
    let tsv = try ZeekLogsOfCapture.text(of: capture)
    let json = try ZeekLogsOfCapture.text(of: capture, format: .json)
    #expect(Set(tsv.keys) == Set(json.keys))
    for (name, text) in json {
      let objects = try text.split(separator: "\n").map { try JSONValue(Array($0.utf8)) }
      let rows = ZeekLog(tsv[name] ?? "").rows
      #expect(objects.count == rows.count)
      for (object, row) in zip(objects, rows) {
        #expect(object.keys == Set(row.filter { $0.value != "-" }.keys), "\(name)")
        for (field, value) in row {
          if case .string(let text)? = object[field], !text.isEmpty, !value.contains("\\") {
            #expect(text == value, "\(name): \(field)")
          }
        }
      }
    }
  }

  @Test func aLogWithoutLinesIsNotMade() throws {
    let logs = try ZeekLogsOfCapture.text(of: "zeek__nflog-http.pcap")
    #expect(Set(logs.keys) == [.conn, .http])
    #expect(try ZeekLogsOfCapture.text(of: "wireshark__empty.pcap").isEmpty)
  }

  /// Facts of the corpus that another program told (tshark: names, types, codes, addresses, times).
  @Test func dnsHasQuestionsAnswersAndTimes() throws {
    let logs = try ZeekLogsOfCapture.text(of: "zeek__tunnels-Teredo.pcap")
    let rows = ZeekLog(logs[.dns] ?? "").rows
    #expect(rows.count == 5)
    let first = try #require(rows.first)
    #expect(first["query"] == "ipv6.google.com")
    #expect(first["qtype_name"] == "AAAA")
    #expect(first["qclass_name"] == "C_INTERNET")
    #expect(first["rtt"] == "0.087131")
    #expect(first["answers"] == "ipv6.l.google.com,2001:4860:0:2001::68")
    #expect(first["TTLs"] == "8655.000000,300.000000")
    #expect(first["RA"] == "T")
    #expect(first["opcode_name"] == "query")
    let refused = try #require(rows.first { $0["rcode_name"] == "REFUSED" })
    #expect(refused["rejected"] == "T")
    #expect(refused["rtt"] == "-")
    #expect(refused["answers"] == "-")
  }

  private static func identity(_ row: [String: String]) -> String {
    ["uid", "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p"].map { row[$0] ?? "none" }
      .joined(separator: " ")
  }
}
