import CaptureFiles
import Packets
import TestSupport
import Testing

@testable import Analysis

/// Hosts, pairs of hosts and interfaces, compared with tshark's tables of endpoints and conversations.
struct EndpointTests {
  /// Captures whose hosts are not Wireshark's, and why.
  private static let hostExceptions = [
    "ndpi__quic-v2.pcapng": selfTalk,
    "suricata-verify__tcp-5379-input.pcap": selfTalk,
    "zeek__chksums-ip4-tcp-bad-chksum.pcap": selfTalk,
    "zeek__tcp-option-sack.pcap": selfTalk,
    "zeek__websocket-jupyter-websocket.pcap": selfTalk,
    "wireshark__ipoipoip.pcap": tunnels,
    "zeek__tunnels-Teredo.pcap": tunnels,
    "zeek__tunnels-geneve.pcap": tunnels,
    "zeek__tunnels-gre-within-gre.pcap": tunnels,
    "zeek__tunnels-vxlan-encapsulated-http.pcap": tunnels,
    "zeek__vlan-collisions.pcap": copies,
    "zeek__linux_dlt_sll2.pcap": copies,
    "apus-fuzz__chrissanders-http_espn-bits.pcapng": damage,
    "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap": damage,
    "apus-fuzz__zeek-mixed-vlan-mpls-file.pcap": damage,
    "ndpi__badpackets.pcap": damage,
    "ndpi__fuzz-2006-09-29-28586.pcap": damage,
    "ndpi__reasm_crash_anon.pcapng": damage,
    "suricata-verify__ipv6-evasion-ipv6-malformed-fragments-8-frag-8.pcap": damage,
    "zeek__trunc-ip-discarder-truncated-tcp-oob.pcapng": damage,
    "ndpi__instagram.pcap": damage,
  ]
  private static let selfTalk = "Wireshark counts a packet from a host to itself twice."
  private static let tunnels =
    "Wireshark counts the ends of tunnels; here a flow that carries others does not count."
  private static let copies =
    "Wireshark counts the copies that a mirror made; here a flow counts once."
  private static let damage =
    "Fragments that never become whole, or headers too damaged or too short to be of a flow."

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func hostsAndPairsAreWiresharks(capture: CorpusCapture) throws {
    let theirs = try TsharkEndpoints(capture.path, tshark: try #require(Tool("tshark")))
    let summary = try Self.summary(of: capture)
    var isEqual = true
    let hosts = summary.talkers.hosts.heaviest(.max)
    for host in hosts {
      let ours = TsharkEndpoints.Count(packets: host.tally.packets, bytes: host.tally.bytes)
      isEqual = isEqual && theirs.hosts[host.key.description] == ours
    }
    isEqual = isEqual && hosts.count == theirs.hosts.count
    for pair in summary.talkers.pairs.heaviest(.max) where pair.key.low != pair.key.high {
      let (low, high) = (pair.key.low.description, pair.key.high.description)
      isEqual = isEqual && theirs.pairs[[low, high]] == pair.tally.packetsSent
      isEqual = isEqual && theirs.pairs[[high, low]] == pair.tally.packetsReceived
    }
    #expect(isEqual == (Self.hostExceptions[capture.name] == nil))
  }

  /// Captures in which Wireshark counts other frames of Ethernet.
  private static let hardwareExceptions = [
    "zeek__tunnels-geneve.pcap": "Wireshark counts the Ethernet inside the tunnel.",
    "zeek__tunnels-vxlan-encapsulated-http.pcap":
      "Wireshark counts the Ethernet inside the tunnel.",
    "apus-fuzz__zeek-mixed-vlan-mpls-file.pcap":
      "Wireshark counts frames as short as they claim to be, though the file holds more of them.",
  ]

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter { $0.isReadable && $0.linkType == "ether" }
  )
  func interfacesAreWiresharks(capture: CorpusCapture) throws {
    let theirs = try TsharkEndpoints(capture.path, tshark: try #require(Tool("tshark")))
    let ours = try Self.summary(of: capture).hardware.heaviest(.max)
    var counts: [String: TsharkEndpoints.Count] = [:]
    for endpoint in ours {
      counts[endpoint.address.description] = TsharkEndpoints.Count(
        packets: endpoint.tally.packets,
        bytes: endpoint.tally.bytes
      )
    }
    #expect((counts == theirs.hardware) == (Self.hardwareExceptions[capture.name] == nil))
  }

  private static func summary(of capture: CorpusCapture) throws -> AnalysisSummary {
    var options = AnalysisOptions()
    options.threads = 1
    options.protocols = []
    var sink = CollectingSink()
    return try CaptureAnalyzer(options: options)
      .run(CaptureReader(path: capture.path), into: &sink).summary
  }
}
