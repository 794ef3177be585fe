import Packets

extension TCPConnection {
  /// With this many good checksums before it, a bad one is damage and not the capture's doing.
  private static let trustedChecksums: UInt8 = 4

  /// Shows a packet to the Zeek tracker, before the connection itself has taken it.
  @inline(__always)
  mutating func followZeek(_ packet: PacketHeaders, from direction: FlowDirection) {
    if case .bad = packet.transportChecksum {
      zeek.receiveDamaged(from: direction)
      let good = direction == .originator ? originator.goodChecksums : responder.goodChecksums
      if good >= Self.trustedChecksums { return }
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
