import Packets

/// What belongs to a connection as a whole rather than to one of its sides.
struct ConnectionProgress {
  var handshake = HandshakeTimes()
  var stages = StageTimes()
  var replies = ReplyMeter()
  /// Times of the latest SYN and SYN-ACK, and how many of each came before the ACK.
  var synTime: Int64 = .min
  var synAckTime: Int64 = .min
  var synCount: UInt8 = 0
  var synAckCount: UInt8 = 0
  /// End of the first request in relative sequence numbers, while its ACK is awaited.
  var requestEnd: Int64 = -1
  var isPartial = false
  var isSimultaneousOpen = false
  var isRefused = false
  var isReset = false
  var resetsOutOfWindow: UInt32 = 0
  var resetsSuspicious: UInt32 = 0
  var ecnNegotiated = false
  var offeredECN = false
  /// When both sides had closed or the connection was reset; `.min` before.
  var closedAt: Int64 = .min
}

extension ConnectionProgress {
  /// ECN is negotiated by ECE+CWR in the SYN and ECE alone in the SYN-ACK (RFC 3168 §6.1.1).
  mutating func followECN(_ flags: TCPFlags) {
    if flags.contains(.ack) {
      if offeredECN, flags.contains(.ece), !flags.contains(.cwr) { ecnNegotiated = true }
    } else if flags.isSuperset(of: [.ece, .cwr]) {
      offeredECN = true
    }
  }

  /// Full-path round-trip time, best knowledge first: the handshake's, else the sum of both
  /// directions' smallest samples; `nil` when neither is known.
  func pathRTT(_ forward: Int64?, _ backward: Int64?) -> Int64? {
    if !handshake.isAmbiguous, let roundTrip = handshake.roundTrip { return roundTrip.span }
    guard let forward, let backward else { return nil }
    return forward &+ backward
  }
}
