import Dissection
import Flows
import Packets

extension PacketBatch {
  /// Hands every message that binds an address to hardware to `body`, in the order of the capture.
  func withNeighbors(_ body: (NeighborSighting) -> Void) {
    packets.withUnsafeBufferPointer { packets in
      guard let first = packets.baseAddress else { return }
      for index in packets.indices where Self.isNeighborMessage(first + index) {
        if let sighting = sighting(in: first + index) { body(sighting) }
      }
    }
  }

  /// What an ICMP error quotes.
  func quotation(in packet: UnsafePointer<PacketHeaders>) -> PacketQuotation? {
    var quotation: PacketQuotation?
    withPayload(of: packet) { quotation = PacketQuotation(in: packet.pointee, $0) }
    return quotation
  }

  @inline(__always)
  private static func isNeighborMessage(_ packet: UnsafePointer<PacketHeaders>) -> Bool {
    if case .arp = packet.pointee.network { return true }
    guard case .icmpv6 = packet.pointee.transport else { return false }
    return NeighborMessage.Kind(rawValue: UInt8(truncatingIfNeeded: packet.pointee.sourcePort))
      != nil
  }

  private func sighting(in packet: UnsafePointer<PacketHeaders>) -> NeighborSighting? {
    var message: NeighborSighting.Message?
    withPayload(of: packet) { payload in
      if case .arp = packet.pointee.network {
        message = (try? ARPMessage(parsing: payload)).map { .arp($0) }
      } else {
        message = (try? NeighborMessage(parsing: payload)).map {
          .discovery($0, from: packet.pointee.source, to: packet.pointee.destination)
        }
      }
    }
    let moment = Moment(frame: packet.pointee.frame, time: packet.pointee.time.nanoseconds)
    return message.map { NeighborSighting($0, moment: moment, segment: packet.pointee.path) }
  }
}
