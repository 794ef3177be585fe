/// What is compared by the distribution of its samples, one for each flow or transaction; raw values
/// are stable names for programs.
package enum SampledMeasure: String, CaseIterable, Sendable {
  /// SYN to the ACK of the SYN-ACK.
  case handshakeRTT = "handshake_rtt"
  /// Median round trip between the capture point and the server, of flows with enough of them.
  case serverRTT = "server_rtt"
  /// 95th percentile of the same.
  case serverRTTHigh = "server_rtt_p95"
  /// Median round trip between the capture point and the client.
  case clientRTT = "client_rtt"
  case clientRTTHigh = "client_rtt_p95"
  /// Mean time for which the server was thinking, for each answer.
  case serverThink = "server_think"
  /// Last DNS query to its response.
  case dnsTime = "dns_time"
  /// First byte of an HTTP request to the first of its response.
  case timeToFirstByte = "http_time_to_first_byte"
  /// ClientHello to the second Finished.
  case tlsHandshake = "tls_handshake_time"
  /// Bits a second of the direction that carried more, while it did, of flows with enough to tell.
  case throughput

  package var unit: Unit { self == .throughput ? .bitsPerSecond : .nanoseconds }

  /// More is worse.
  var isCost: Bool { self != .throughput }

  package enum Unit: String, Sendable {
    case nanoseconds = "ns"
    case bitsPerSecond = "bit/s"
  }
}
