/// What Wireshark sees of a scenario's fault.
struct FaultTrace: CustomStringConvertible {
  let scenario: String
  /// A display filter.
  let filter: String
  /// How many frames it selects, when the fault is there.
  let frames: ClosedRange<Int>

  var description: String { scenario }

  private init(_ scenario: String, _ frames: ClosedRange<Int>, _ filter: String) {
    self.scenario = scenario
    self.frames = frames
    self.filter = filter
  }

  private static let opening = "tcp.flags.syn == 1 && tcp.flags.ack == 0"
  private static let repeated = "tcp.analysis.retransmission || tcp.analysis.out_of_order"

  static let all: [FaultTrace] = [
    FaultTrace("keepalive-idle", 32...32, "tcp.analysis.keep_alive"),
    FaultTrace("loss-1-percent", 40...70, repeated),
    FaultTrace("retransmission-storm", 60...200, "tcp.analysis.retransmission"),
    FaultTrace("spurious-retransmissions", 300...2000, "tcp.options.sack.dsack"),
    FaultTrace("reordering", 200...400, "tcp.analysis.out_of_order"),
    FaultTrace("reordering", 0...0, "tcp.analysis.retransmission"),
    FaultTrace("high-rtt", 1000...5000, "tcp.analysis.initial_rtt > 0.6"),
    FaultTrace("jitter", 100...300, "tcp.analysis.ack_rtt > 0.1"),
    FaultTrace("bufferbloat", 500...3000, "tcp.analysis.ack_rtt > 0.5"),
    FaultTrace("mtu-black-hole", 15...30, "tcp.analysis.retransmission && tcp.len > 1348"),
    FaultTrace("mtu-black-hole", 0...0, "icmp"),
    FaultTrace("mtu-black-hole-icmp", 30...60, "icmp.code == 4 && icmp.mtu == 1400"),
    FaultTrace("zero-window", 3...30, "tcp.analysis.zero_window"),
    FaultTrace("receiver-window-limited", 150...400, "tcp.analysis.window_full"),
    FaultTrace("slow-server", 15...15, "tcp.time_delta > 1.8 && tcp.srcport == 15001"),
    FaultTrace("slow-client", 6...6, "tcp.time_delta > 2.5 && http.request"),
    FaultTrace("slow-dns", 50...100, "dns.time >= 1"),
    FaultTrace("unanswered-dns", 24...24, "dns && ip.addr == 192.168.10.53"),
    FaultTrace("nxdomain-storm", 500...500, "dns.flags.rcode == 3"),
    FaultTrace("servfail", 30...30, "dns.flags.rcode == 2"),
    FaultTrace("expired-certificate", 6...20, "x509af.utcTime == \"2025-02-28 23:59:59 (UTC)\""),
    FaultTrace(
      "certificate-expiring-soon",
      6...20,
      "x509af.utcTime == \"2025-03-08 12:00:00 (UTC)\""
    ),
    FaultTrace(
      "certificate-not-yet-valid",
      6...20,
      "x509af.utcTime == \"2025-03-05 00:00:00 (UTC)\""
    ),
    FaultTrace("weak-cipher", 6...6, "tls.handshake.ciphersuite == 0xc011"),
    FaultTrace("tls-alert", 6...6, "tls.alert_message.desc == 40"),
    FaultTrace("tls-reset", 6...6, "tcp.flags.reset == 1 && tcp.srcport == 443"),
    FaultTrace("http-5xx", 24...24, "http.response.code == 503"),
    FaultTrace("http-slow-first-byte", 5...5, "http.time > 2.9"),
    FaultTrace("refused", 12...12, "tcp.flags.reset == 1 && tcp.port == 8443"),
    FaultTrace("unanswered-syns", 24...24, "\(opening) && tcp.analysis.retransmission"),
    FaultTrace("rst-by-middlebox", 5...5, "tcp.flags.reset == 1 && ip.ttl == 117"),
    FaultTrace("port-scan", 400...400, "\(opening) && ip.dst == 192.168.10.80"),
    FaultTrace("host-sweep", 120...120, "\(opening) && tcp.dstport == 445"),
    FaultTrace("rtp-loss", 460...490, "udp contains 22:22:00:02"),
    FaultTrace("rtp-jitter", 500...500, "udp contains 22:22:00:02"),
    FaultTrace("dhcp-unanswered", 9...9, "dhcp.option.dhcp == 1"),
    FaultTrace("dhcp-unanswered", 0...0, "dhcp.type == 2"),
    FaultTrace("dhcp-rogue-server", 6...6, "dhcp.option.dhcp == 2"),
    FaultTrace("syn-flood", 2500...2500, "\(opening) && ip.dst == 192.168.10.80"),
    FaultTrace("arp-spoof", 32...32, "arp.duplicate-address-detected"),
    FaultTrace("asymmetric", 0...0, "tcp && ip.dst == 192.168.10.0/24"),
    FaultTrace("mirror-duplicates", 500...5000, "tcp.analysis.duplicate_ack"),
    FaultTrace("loss-at-capture", 30...200, "tcp.analysis.lost_segment"),
  ]

  /// None of it happens in healthy traffic.
  static let trouble = [
    "tcp.analysis.retransmission", "tcp.analysis.out_of_order", "tcp.analysis.duplicate_ack",
    "tcp.analysis.lost_segment", "tcp.analysis.ack_lost_segment", "tcp.analysis.zero_window",
    "tcp.analysis.window_full", "tcp.flags.reset == 1", "tcp.analysis.ack_rtt > 0.15",
    "dns.time > 0.1", "dns.flags.rcode == 2", "tls.alert_message", "http.response.code >= 500",
    "http.time > 0.5", "icmp.type == 3", "arp.duplicate-address-detected",
  ].joined(separator: " || ")
}
