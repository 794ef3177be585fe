import Flows
import Packets
import Reports
import TestSupport
import Testing

/// What events of EVE say.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct EveValuesTests {
  @Test func dnsHasQueriesAndAnswers() throws {
    let events = try EveOfCapture.events(of: "zeek__tunnels-Teredo.pcap")
      .compactMap { $0["dns"] }
    #expect(events.filter { $0["type"]?.text == "query" }.count == 5)
    let answer = try #require(events.first { $0["type"]?.text == "answer" })
    #expect(answer["rrname"]?.text == "ipv6.google.com")
    #expect(answer["rcode"]?.text == "NOERROR")
    #expect(answer["flags"]?.text == "8180")
    #expect(answer["grouped"]?["AAAA"] == .array([.string("2001:4860:0:2001::68")]))
    #expect(answer["grouped"]?["CNAME"] == .array([.string("ipv6.l.google.com")]))
    guard case .array(let answers)? = answer["answers"] else { throw Absent() }
    #expect(answers.map { $0["rrtype"]?.text } == ["CNAME", "AAAA"])
    #expect(answers.map { $0["rrname"]?.text } == ["ipv6.google.com", "ipv6.l.google.com"])
  }

  /// Values as tshark tells them, but for the content type, whose parameters EVE leaves out.
  @Test func httpHasTheRequestAndTheResponse() throws {
    let events = try EveOfCapture.events(of: "zeek__vlan-collisions.pcap")
    let event = try #require(events.first { $0["http"] != nil })
    #expect(event["timestamp"]?.text == "2013-03-07T21:42:07.009775+0000")
    #expect(event["pcap_cnt"] == .integer(14))
    #expect(event["tx_id"] == .integer(0))
    #expect(event["src_ip"]?.text == "141.142.228.5")
    #expect(event["src_port"] == .integer(59_856))
    #expect(event["dest_ip"]?.text == "192.150.187.43")
    #expect(event["dest_port"] == .integer(80))
    #expect(event["proto"]?.text == "TCP")
    let expected: [String: JSONValue] = [
      "hostname": .string("bro.org"), "url": .string("/download/CHANGES.bro-aux.txt"),
      "http_user_agent": .string("Wget/1.14 (darwin12.2.0)"), "http_method": .string("GET"),
      "http_content_type": .string("text/plain"), "protocol": .string("HTTP/1.1"),
      "status": .integer(200), "length": .integer(4705),
    ]
    #expect(event["http"] == .object(expected))
  }

  @Test func everyEventTellsTheVLANsOfItsFlow() throws {
    let events = try EveOfCapture.events(of: "zeek__vlan-collisions.pcap")
    for type in ["http", "flow"] {
      let vlans = events.filter { $0["event_type"]?.text == type }.map { $0["vlan"] }
      #expect(
        vlans == [
          nil, .array([.integer(42)]), .array([.integer(10), .integer(20)]),
        ],
        "\(type)"
      )
    }
  }

  @Test func sshHasTheVersionsOfBothSides() throws {
    let events = try EveOfCapture.events(of: "zeek__tcp-ssh-dups.pcap")
    let ssh = try #require(events.compactMap { $0["ssh"] }.first)
    #expect(ssh["client"]?["proto_version"]?.text == "2.0")
    #expect(ssh["client"]?["software_version"]?.text == "OpenSSH_7.9")
    #expect(ssh["server"]?["proto_version"]?.text == "2.0")
    #expect(ssh["server"]?["software_version"]?.text == "OpenSSH_7.6p1")
  }

  @Test func quicHasTheVersionTheNameAndFingerprints() throws {
    let events = try EveOfCapture.events(of: "ndpi__quic-v2.pcapng")
    let quic = try #require(events.compactMap { $0["quic"] }.first)
    #expect(quic["version"]?.text == "v2")
    #expect(quic["sni"]?.text == "test")
    #expect(quic["ja4"]?.text?.hasPrefix("q13d0310h3_") == true)
    #expect(quic["ja3"]?["string"]?.text?.hasPrefix("771,4865-4866-4867,") == true)
  }

  @Test(
    arguments: [
      (.finished, true, "closed", "timeout"), (.reset, false, "closed", "timeout"),
      (.timeout, true, "established", "timeout"), (.superseded, false, "new", "timeout"),
      (.endOfCapture, true, "established", "shutdown"), (.endOfCapture, false, "new", "shutdown"),
      (.evicted, true, "established", "forced"),
    ] as [(FlowEnding, Bool, String, String)]
  )
  func flowsSayHowTheyEnded(
    ending: FlowEnding,
    isAnswered: Bool,
    state: String,
    reason: String
  ) throws {
    var flow = Samples.flow(.udp, .udp)
    flow.ending = ending
    if !isAnswered { flow.backward = DirectionTotals() }
    var lines = EveLines(ByteWriter())
    try lines.write(flow, path: EncapsulationPath())
    let event = try JSONValue(lines.takeBytes())
    #expect(event["flow"]?["state"]?.text == state)
    #expect(event["flow"]?["reason"]?.text == reason)
    #expect(event["flow"]?["pkts_toserver"] == .integer(2))
    #expect(event["flow"]?["bytes_toserver"] == .integer(200))
    #expect(event["flow"]?["age"] == .integer(2))
  }

  @Test(
    arguments: [
      (.synSent, .listen, "new", "syn_sent"), (.synSent, .synReceived, "new", "syn_recv"),
      (.established, .established, "established", "established"),
      (.finWait2, .closeWait, "established", "fin_wait2"),
      (.closeWait, .finWait2, "established", "close_wait"),
      (.timeWait, .closed, "closed", "time_wait"), (.lastAck, .timeWait, "closed", "last_ack"),
    ] as [(TCPState, TCPState, String, String)]
  )
  func aConnectionIsEstablishedByItsHandshake(
    client: TCPState,
    server: TCPState,
    state: String,
    connection: String
  ) throws {
    var flow = Samples.flow(.tcp, .tcp)
    flow.ending = .endOfCapture
    var tcp = TCPSummary()
    tcp.originator.finalState = client
    tcp.responder.finalState = server
    flow.tcp = tcp
    var lines = EveLines(ByteWriter())
    try lines.write(flow, path: EncapsulationPath())
    let event = try JSONValue(lines.takeBytes())
    #expect(event["flow"]?["state"]?.text == state)
    #expect(event["tcp"]?["state"]?.text == connection)
  }

  @Test func identifiersDifferBySeed() throws {
    let events = try ([0, 0, 1] as [UInt64]).map { seed in
      var lines = EveLines(ByteWriter(), seed: seed)
      try lines.write(Samples.connection, path: EncapsulationPath())
      return try JSONValue(lines.takeBytes())["flow_id"]
    }
    #expect(events[0] == events[1])
    #expect(events[1] != events[2])
  }

  @Test func tlsHasTheCertificateAndFingerprints() throws {
    let events = try EveOfCapture.events(of: "zeek__tls-tls1.2.pcap")
    let tls = try #require(events.compactMap { $0["tls"] }.first)
    #expect(tls["version"]?.text == "TLS 1.2")
    #expect(tls["serial"]?.text == "99:FA:A8:03:7A:4E:B2:FA:EF:84:EB:5E:55:D5:B8:C8")
    #expect(tls["notbefore"]?.text == "2011-05-04T00:00:00")
    #expect(tls["subject"]?.text?.hasPrefix("C=US, ") == true)
    #expect(tls["subject"]?.text?.hasSuffix("CN=*.taleo.net") == true)
    #expect(tls["ja3"]?["hash"]?.text?.utf8.count == 32)
    #expect(tls["ja3s"]?["hash"]?.text?.utf8.count == 32)
    #expect(events.contains { $0["app_proto"]?.text == "tls" })
  }

  private struct Absent: Error {}
}
