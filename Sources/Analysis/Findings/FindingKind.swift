/// What a finding can be about; raw values are its stable ids in every output.
package enum FindingKind: String, CaseIterable, Sendable {
  // The path between the ends.
  case packetLoss = "packet-loss"
  case retransmissionStorm = "retransmission-storm"
  case spuriousRetransmissions = "spurious-retransmissions"
  case reordering
  case highRTT = "high-rtt"
  case jitter
  case bufferbloat
  case mtuBlackHole = "mtu-black-hole"

  // One of the ends.
  case zeroWindow = "zero-window"
  case receiverWindowLimited = "receiver-window-limited"
  case slowServer = "slow-server"
  case slowClient = "slow-client"

  // Connections that are not made, or not by those whose names they bear.
  case connectionRefused = "connection-refused"
  case connectionUnanswered = "connection-unanswered"
  case injectedReset = "injected-reset"
  case portScan = "port-scan"
  case hostSweep = "host-sweep"
  case synFlood = "syn-flood"
  case arpConflict = "arp-conflict"

  // Names.
  case slowDNS = "dns-slow"
  case unansweredDNS = "dns-unanswered"
  case nxdomainStorm = "dns-nxdomain-storm"
  case serverFailureDNS = "dns-server-failure"

  // Encryption.
  case expiredCertificate = "tls-certificate-expired"
  case notYetValidCertificate = "tls-certificate-not-yet-valid"
  case expiringCertificate = "tls-certificate-expiring"
  case handshakeFailure = "tls-handshake-failure"
  case obsoleteTLS = "tls-obsolete-version"

  // The web.
  case serverErrors = "http-server-errors"
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
  case lossyCapture = "capture-loss"
}
