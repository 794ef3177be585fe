import Flows
import Packets
import Reports
import TestSupport
import Testing

struct ConnLogTests {
  private func log(_ flows: [FlowRecord], _ format: ConnLog.Format = .tsv) throws -> [String] {
    var log = ConnLog(ByteWriter(), format: format)
    for flow in flows { try log.write(flow, path: EncapsulationPath()) }
    try log.finish()
    return String(decoding: log.takeBytes(), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  /// The rows of a Zeek log by its own `#fields`, written apart from the writer.
  private func rows(_ lines: [String]) -> [[String: String]] {
    let names = lines.first { $0.hasPrefix("#fields\t") }?.split(separator: "\t").dropFirst() ?? []
    return lines.filter { !$0.hasPrefix("#") }.map { line in
      let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      #expect(values.count == names.count)
      return Dictionary(zip(names.map(String.init), values)) { first, _ in first }
    }
  }

  private func row(_ flow: FlowRecord) throws -> [String: String] {
    try #require(rows(log([flow])).first)
  }

  @Test func aConnectionHasTheFieldsOfZeek() throws {
    let row = try row(Samples.connection)
    #expect(row["ts"] == "1714564800.123457")
    #expect(row["id.orig_h"] == "10.0.0.1")
    #expect(row["id.resp_p"] == "443")
    #expect(row["proto"] == "tcp")
    #expect(row["service"] == "-")
    #expect(row["duration"] == "2.500000")
    #expect(row["orig_bytes"] == "140000")
    #expect(row["conn_state"] == "SF")
    #expect(row["local_orig"] == "T")
    #expect(row["local_resp"] == "F")
    #expect(row["missed_bytes"] == "20")
    #expect(row["history"] == "ShADadfF")
    #expect(row["orig_pkts"] == "2")
    #expect(row["resp_ip_bytes"] == "1500")
    #expect(row["tunnel_parents"] == "-")
    #expect(row["ip_proto"] == "6")
  }

  @Test(arguments: [(2, 1, "SF", "Dd"), (2, 0, "S0", "D"), (0, 1, "SHR", "^d")])
  func udpStateSaysWhoSpoke(
    _ forward: UInt64,
    _ backward: UInt64,
    _ state: String,
    _ history: String
  ) throws {
    var flow = Samples.flow(.udp, .udp)
    flow.forward.packets = forward
    flow.backward.packets = backward
    let row = try row(flow)
    #expect(row["conn_state"] == state)
    #expect(row["history"] == history)
  }

  @Test func badUDPChecksumsAreCountedByPowersOfTen() throws {
    var flow = Samples.flow(.udp, .udp)
    flow.forward.packets = 12
    flow.forward.badChecksums = 12
    #expect(try row(flow)["history"] == "dCC")
  }

  @Test func icmpHasTypesForPortsAndNoHistory() throws {
    let flow = Samples.flow(
      .icmp,
      .icmp,
      from: Endpoint(address: Samples.address(30, 0, 0, 1), port: 8),
      to: Endpoint(address: Samples.address(30, 0, 0, 2), port: 0)
    )
    let row = try row(flow)
    #expect(row["proto"] == "icmp")
    #expect(row["id.orig_p"] == "8")
    #expect(row["id.resp_p"] == "0")
    #expect(row["conn_state"] == "OTH")
    #expect(row["history"] == "-")
  }

  @Test func bytesAreUnsetWithoutDuration() throws {
    var flow = Samples.flow(.udp, .udp)
    flow.last = flow.first
    let row = try row(flow)
    #expect(row["duration"] == "-")
    #expect(row["orig_bytes"] == "-")
    #expect(row["resp_bytes"] == "-")
    #expect(row["orig_ip_bytes"] == "172")
  }

  @Test func tunnelsOverUDPAreListedAndThoseOverIPAreNot() throws {
    var vxlan = Samples.flow(.udp, .udp)
    vxlan.responder.port = 4789
    vxlan.carriesTunnel = true
    var gre = Samples.flow(.other, .gre)
    gre.carriesTunnel = true
    let rows = rows(try log([vxlan, gre, Samples.flow(.fragment, .udp)]))
    #expect(rows.map { $0["service"] } == ["vxlan"])
  }

  @Test(arguments: [
    ("smtp,ssl", "smtp,ssl"), ("nbns", "dns"), ("stun,rtp", "-"), ("rtp,sip", "sip"),
    ("smb", "smb"), ("quic", "quic,ssl"),
  ])
  func servicesAreThoseThatZeekKnows(ours: String, zeeks: String) throws {
    var flow = Samples.connection
    flow.service = ours
    #expect(try row(flow)["service"] == zeeks)
  }

  @Test func otherTransportsAreUnknownAndHaveNoPorts() throws {
    let row = try row(Samples.flow(.sctp, .sctp))
    #expect(row["proto"] == "unknown_transport")
    #expect(row["id.orig_p"] == "0")
    #expect(row["orig_bytes"] == "0")
    #expect(row["orig_ip_bytes"] == "172")
    #expect(row["ip_proto"] == "132")
  }

  @Test func jsonLeavesOutWhatIsUnset() throws {
    var flow = Samples.flow(.icmp, .icmp)
    flow.last = flow.first
    let lines = try log([flow, Samples.connection], .json)
    let first = try JSONValue(Array(lines[0].utf8))
    #expect(first["history"] == nil)
    #expect(first["duration"] == nil)
    #expect(first["local_orig"] == .bool(true))
    let second = try JSONValue(Array(lines[1].utf8))
    #expect(second["id.orig_h"] == .string("10.0.0.1"))
    #expect(second["conn_state"] == .string("SF"))
    #expect(second["duration"] == .number(2.5) || second["duration"] == .integer(2))
  }

  @Test func uidsAreStableAndUnique() {
    let uids = (0..<10_000 as Range<UInt64>).map { ZeekUID(flow: $0).text }
    #expect(Set(uids).count == uids.count)
    #expect(uids.allSatisfy { $0.hasPrefix("C") && $0.utf8.count == 18 })
    #expect(ZeekUID(flow: 5).text == ZeekUID(flow: 5).text)
    #expect(ZeekUID(flow: 5).text != ZeekUID(flow: 5, seed: 1).text)
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func theHeaderIsThatOfZeeksOwnLogs() throws {
    let name = "zeek-baselines/zeek__wlanmon.pcap__core.wlanmon__conn.log"
    let text = String(decoding: try FileBytes.read(Corpus.path(for: name)), as: UTF8.self)
    let baseline = text.split(separator: "\n").filter { $0.hasPrefix("#") && !$0.hasPrefix("###") }
    let ours = try log([]).map { $0[...] }
    #expect(ours.count == baseline.count)
    for (our, their) in zip(ours, baseline) {
      switch our.split(separator: "\t").first {
      case "#open", "#close":
        #expect(our.split(separator: "-").count == their.split(separator: "-").count)
      case "#fields": #expect(our == their + "\tcommunity_id")
      case "#types": #expect(our == their + "\tstring")
      default: #expect(our == their)
      }
    }
  }
}
