import Packets

extension WiresharkDirection {
  /// A flight beyond this is taken for the difference of unrelated numbers.
  private static let largestFlight: UInt32 = 2_000_000_000

  /// `acks_frame` and `ack_rtt`: takes what this packet acknowledges off the peer's list.
  func measureAcknowledged(
    _ segment: WiresharkSegment,
    peer: inout WiresharkDirection,
    accounting: inout WiresharkAccounting,
    verdict: inout WiresharkVerdict
  ) {
    let held = peer.unacknowledged.count
    guard held > 0 else { return }
    let match = peer.unacknowledged.acknowledge(segment.acknowledgment)
    accounting.release(held - peer.unacknowledged.count)
    guard let match else { return }
    verdict.hasAnalysis = true
    verdict.acksFrame = match.frame
    let rtt = segment.time.nanoseconds(since: match.time)
    if rtt != 0 { verdict.ackRTT = rtt }
  }

  /// `bytes_in_flight` and `push_bytes_sent`, for segments with payload while no gap is open.
  mutating func measureFlight(
    _ segment: WiresharkSegment,
    peer: WiresharkDirection,
    verdict: inout WiresharkVerdict
  ) {
    guard segment.length > 0, isFlightKnown, unacknowledged.count > 0 else { return }
    let hasPush = segment.flags.contains(.psh)
    pushBytes = endedWithPush ? segment.length : pushBytes &+ segment.length
    endedWithPush = hasPush
    verdict.hasAnalysis = true

    var flight = unacknowledged.span(from: base ?? 0) &- peer.sackedBytes
    guard flight > 0, flight < Self.largestFlight else { return }
    if segment.consumesFlag { flight -= 1 }
    guard flight > 0 else { return }
    verdict.bytesInFlight = flight
    verdict.pushBytesSent = pushBytes
  }

  /// Keeps the size of the SACK blocks that this side reports, for the peer's next flight.
  mutating func rememberSACK(_ options: TCPOptions) {
    sackedBytes = 0
    guard options.present.contains(.sack) else { return }
    for index in 0..<min(Int(options.sackCount), 3) {
      let block = options.sackBlocks[index]
      sackedBytes &+= block.right &- block.left
    }
  }
}
