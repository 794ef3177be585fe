import Packets

/// Collects what is drawn over time, without the words of an event; does nothing when nobody asked.
package struct TCPSamples: Sendable {
  let isEnabled: Bool
  package private(set) var roundTrips = ContiguousArray<RoundTripSample>()
  package private(set) var retransmissions = ContiguousArray<RetransmissionSample>()
  /// Segments of the packet under analysis that count as sent again.
  private(set) var pending: UInt32 = 0

  init(isEnabled: Bool) { self.isEnabled = isEnabled }

  package var isEmpty: Bool { roundTrips.isEmpty && retransmissions.isEmpty }

  @inline(__always)
  mutating func addRoundTrip(_ nanoseconds: Int64, at time: Int64) {
    guard isEnabled else { return }
    roundTrips.append(
      RoundTripSample(time: Timestamp(nanoseconds: time), nanoseconds: nanoseconds)
    )
  }

  mutating func addRetransmission() { pending &+= 1 }

  /// Gives the retransmissions of a packet their moment and place.
  mutating func place(_ packet: borrowing PacketHeaders) {
    for _ in 0..<pending where isEnabled {
      retransmissions.append(
        RetransmissionSample(
          time: packet.time,
          source: packet.source,
          destination: packet.destination
        )
      )
    }
    pending = 0
  }

  mutating func removeAll() {
    roundTrips.removeAll(keepingCapacity: true)
    retransmissions.removeAll(keepingCapacity: true)
  }
}
