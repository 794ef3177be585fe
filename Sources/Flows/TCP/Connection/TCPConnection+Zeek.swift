import Packets

extension TCPConnection {
  /// Shows a packet to the Zeek tracker, before the connection itself has taken it.
  @inline(__always)
  mutating func followZeek(_ packet: PacketHeaders, from direction: FlowDirection) {
    if case .bad = packet.transportChecksum {
      zeek.receiveDamaged(from: direction)
      let good = direction == .originator ? originator.goodChecksums : responder.goodChecksums
      if good >= TCPHalf.trustedChecksums { return }
    }
    zeek.receive(packet, from: direction)
    guard packet.tcp.flags.contains(.ack) else { return }
    let acknowledgment = packet.tcp.acknowledgment
    if direction == .originator {
      if responder.mayMissData(before: acknowledgment), zeek.isClean {
        zeek.note(responder.gaps(before: acknowledgment), from: .responder)
      }
    } else if originator.mayMissData(before: acknowledgment), zeek.isClean {
      zeek.note(originator.gaps(before: acknowledgment), from: .originator)
    }
  }
}

extension TCPHalf {
  /// With this many good checksums before it, a bad one is damage and not the capture's doing.
  static let trustedChecksums: UInt8 = 4

  /// Whether an acknowledgment may be the first to cover bytes that were not captured.
  @inline(__always)
  fileprivate func mayMissData(before acknowledgment: UInt32) -> Bool {
    !holes.isEmpty
      || Int32(bitPattern: acknowledgment &- base &- UInt32(truncatingIfNeeded: high)) > 0
  }

  /// Stretches of uncaptured bytes that an acknowledgment is the first to cover.
  fileprivate func gaps(before acknowledgment: UInt32) -> ZeekGaps {
    var gaps = ZeekGaps()
    guard isBased, var end = unwrap(acknowledgment) else { return gaps }
    if finEnd >= 0 { end = min(end, finEnd - 1) }
    let start = max(acknowledged, 1)
    for index in 0..<Int(holes.count) where !holes[index].isBeforeCapture {
      gaps.add(from: max(holes[index].start, start), to: min(holes[index].end, end))
    }
    gaps.add(from: max(high, start), to: end)
    return gaps
  }
}
