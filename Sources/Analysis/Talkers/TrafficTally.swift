import Flows

/// What a host, a pair of hosts or a port moved, seen from its side.
package struct TrafficTally: Mergeable, Equatable {
  package var flows: UInt64 = 0
  package var packetsSent: UInt64 = 0
  package var bytesSent: UInt64 = 0
  package var packetsReceived: UInt64 = 0
  package var bytesReceived: UInt64 = 0

  package init() {}

  /// Frames and their bytes on the wire, both ways.
  package var packets: UInt64 { packetsSent &+ packetsReceived }
  package var bytes: UInt64 { bytesSent &+ bytesReceived }

  package mutating func merge(_ other: TrafficTally) {
    flows &+= other.flows
    packetsSent &+= other.packetsSent
    bytesSent &+= other.bytesSent
    packetsReceived &+= other.packetsReceived
    bytesReceived &+= other.bytesReceived
  }

  /// Counts a flow by what its own side and the other one sent.
  mutating func count(sent: borrowing DirectionTotals, received: borrowing DirectionTotals) {
    flows &+= 1
    packetsSent &+= sent.packets
    bytesSent &+= sent.wireBytes
    packetsReceived &+= received.packets
    bytesReceived &+= received.wireBytes
  }
}
