/// The finding that a scenario must lead to; raw values are the findings' stable ids.
package enum ExpectedFinding: String, CaseIterable, Sendable {
  // The path between the ends.
  case packetLoss = "packet-loss"
  /// So much is sent again that hardly anything gets through.
  case retransmissionStorm = "retransmission-storm"
  /// Data was sent again that had arrived.
  case spuriousRetransmissions = "spurious-retransmissions"
  case reordering
  case highRTT = "high-rtt"
  /// The round-trip time changes from packet to packet, without load.
  case jitter
  /// The round-trip time grows with the load: a queue that is too long.
  case bufferbloat
  /// Large packets vanish, small ones pass.
  case mtuBlackHole = "mtu-black-hole"

  // One of the ends.
  case zeroWindow = "zero-window"
  case receiverWindowLimited = "receiver-window-limited"
  case slowServer = "slow-server"
  case slowClient = "slow-client"

  // Connections that are not made, or not by those whose names they bear.
  case connectionRefused = "connection-refused"
  case connectionUnanswered = "connection-unanswered"
  /// A reset that its sender's other packets do not resemble.
  case injectedReset = "injected-reset"
  case portScan = "port-scan"
  /// One port is tried at many hosts.
  case hostSweep = "host-sweep"
  case synFlood = "syn-flood"
  /// Two hardware addresses claim one IP address.
  case arpConflict = "arp-conflict"

  // Names.
  case slowDNS = "dns-slow"
  case unansweredDNS = "dns-unanswered"
  case nxdomainStorm = "dns-nxdomain-storm"
  case serverFailureDNS = "dns-server-failure"

  // Encryption.
  case expiredCertificate = "tls-certificate-expired"
  case notYetValidCertificate = "tls-certificate-not-yet-valid"
  /// A certificate with less than two weeks left.
  case expiringCertificate = "tls-certificate-expiring"
  case handshakeFailure = "tls-handshake-failure"
  /// A version or cipher suite that should not be used any more.
  case obsoleteTLS = "tls-obsolete-version"

  // The web.
  case serverErrors = "http-server-errors"
  /// Single requests that take long, at a server that is otherwise quick.
  case slowResponse = "http-slow-response"

  // Voice and video.
  case mediaLoss = "rtp-loss"
  case mediaJitter = "rtp-jitter"

  // Addresses.
  case unansweredDHCP = "dhcp-unanswered"
  case severalDHCPServers = "dhcp-several-servers"

  // The capture itself.
  case oneWayCapture = "capture-one-way"
  case duplicatedCapture = "capture-duplicates"
  /// Packets arrived that the capture does not hold.
  case lossyCapture = "capture-loss"
}
