package import Dissection
package import Flows
package import Packets

/// Which flow something happened in, known before the flow's record is.
package struct FlowIdentity: Equatable, Sendable {
  /// Number of the flow in the capture, from 0.
  package var id: UInt64
  /// Number among the flows of the same transport.
  package var stream: UInt32
  package var transport: TransportKind
  package var path: PathID
  package var originator: Endpoint
  package var responder: Endpoint
  /// Its first packet with payload.
  package var opened: Moment
  /// The flow is a copy of another on another path: what is said in it was said once.
  package var isMirror: Bool

  init(_ packet: borrowing PacketHeaders, _ placement: FlowPlacement) {
    id = placement.flow
    stream = placement.stream
    transport = packet.transport
    opened = Moment(frame: packet.frame, time: packet.time.nanoseconds)
    path = packet.flowPath
    isMirror = placement.marks.contains(.isMirror)
    let source = Endpoint(address: packet.source, port: packet.sourcePort)
    let destination = Endpoint(address: packet.destination, port: packet.destinationPort)
    let isForward = placement.direction == .originator
    originator = isForward ? source : destination
    responder = isForward ? destination : source
  }

  /// Sets the port of one side: a tunnel leads to another server.
  mutating func setPort(_ port: UInt16, of direction: FlowDirection) {
    switch direction {
    case .originator: originator.port = port
    case .responder: responder.port = port
    }
  }

  /// The port of one side.
  func port(of direction: FlowDirection) -> UInt16 {
    direction == .originator ? originator.port : responder.port
  }
}
