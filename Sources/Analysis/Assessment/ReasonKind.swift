/// What an assessment can be about; raw values are stable names for programs.
package enum ReasonKind: String, CaseIterable, Sendable {
  // The connection was not made.
  /// The responder answered the SYN with a RST.
  case refused
  /// Nobody answered the SYN.
  case unanswered
  /// The SYN or SYN-ACK had to be sent again.
  case handshakeRetransmissions = "handshake_retransmissions"

  // The path lost or delayed packets.
  case loss
  case timeouts
  case stalled
  case spuriousRetransmissions = "spurious_retransmissions"
  case reordering
  case highRTT = "high_rtt"
  /// The RTT grew far above its minimum: a queue that fills (bufferbloat).
  case risingRTT = "rising_rtt"
  case congestionMarks = "congestion_marks"

  // An endpoint was the limit.
  case zeroWindow = "zero_window"
  case windowLimited = "window_limited"
  case slowServer = "slow_server"
  case slowClient = "slow_client"
  case slowNetwork = "slow_network"

  // The connection ended or behaved oddly.
  case reset
  case suspiciousReset = "suspicious_reset"
  case inconsistentOverlap = "inconsistent_overlap"
  case badChecksums = "bad_checksums"
  case portReuse = "port_reuse"

  // The capture does not show all of it.
  case oneWay = "one_way"
  case missedBytes = "missed_bytes"
}
