import Flows
import Packets
import Reports
import TestSupport
import Testing

/// The IDs of captures' flows are those that tshark gives their packets.
struct CommunityIDOracleTests {
  static let captures = [
    "wireshark__communityid.pcap.gz",
    "chrissanders__http_espn.pcapng",
    "zeek__tls-tls1.2.pcap",
    "zeek__wlanmon.pcap",
  ]

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tool.isPresent("tshark"), "needs tshark"),
    arguments: captures
  )
  func flowsHaveTheIDsOfTheirPackets(_ name: String) throws {
    let path = Corpus.path(for: name)
    let ours = try FlowCollector.flows(of: path).filter { !quotesAnother($0) }
      .map { CommunityID($0).text }
    let theirs = try tshark(path)
    #expect(!theirs.isEmpty)
    #expect(Set(ours) == theirs)
  }

  /// tshark mixes the addresses of an ICMP error with the ports of the packet that it quotes.
  private func quotesAnother(_ flow: FlowRecord) -> Bool {
    switch flow.transport {
    case .icmp: [3, 4, 5, 11, 12].contains(flow.originator.port)
    case .icmpv6: flow.originator.port < 128
    default: false
    }
  }

  private func tshark(_ path: String) throws -> Set<String> {
    let tshark = try #require(Tool("tshark"))
    let result = try tshark.run([
      "-n", "--enable-protocol", "communityid", "-r", path, "-T", "fields",
      "-e", "frame.protocols", "-e", "communityid",
    ])
    return result.lines.reduce(into: []) { ids, line in
      let columns = line.split(separator: "\t")
      guard columns.count == 2, !columns[0].contains("icmpv6:ipv6"), !columns[0].contains("icmp:ip")
      else { return }
      ids.insert(String(columns[1]))
    }
  }
}
