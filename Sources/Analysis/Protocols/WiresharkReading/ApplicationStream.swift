import Flows
import Packets

/// The application messages of a TCP connection as Wireshark divides them among its frames: the
/// frame that completes a message has its protocol, those before it end with TCP.
struct ApplicationStream: Sendable {
  private var originator = WiresharkStreamSide()
  private var responder = WiresharkStreamSide()
  private var format: WiresharkMessageFormat?
  private var exchange = WiresharkHTTPExchange()
  private var synTime: Int64?
  /// Below the time from SYN to ACK what comes late is out of order; 3 ms where that is not known.
  private var roundTrip: Int64 = 3_000_000

  /// Bytes that are kept of unfinished heads.
  var heldBytes: Int { originator.heldBytes + responder.heldBytes }

  /// Gives up the messages that are awaited.
  mutating func forget() {
    originator.forget()
    responder.forget()
  }

  /// Takes a segment; the protocols that its frame reaches.
  mutating func receive(
    _ payload: UnsafeRawBufferPointer,
    of packet: borrowing PacketHeaders,
    from direction: FlowDirection
  ) -> ApplicationPath {
    noteHandshake(packet)
    if exchange.isWebSocket { format = .plain(.websocket) }
    if format == nil {
      format = WiresharkMessageFormat(ports: packet.sourcePort, packet.destinationPort)
    }
    let isPlain = format == nil
    if isPlain { format = WiresharkMessageFormat(start: payload) }
    let used = format ?? .plain(.data)
    switch direction {
    case .originator:
      return originator.receive(payload, of: packet, responder.order, roundTrip, used, &exchange)
    case .responder:
      return responder.receive(payload, of: packet, originator.order, roundTrip, used, &exchange)
    }
  }

  private mutating func noteHandshake(_ packet: borrowing PacketHeaders) {
    let flags = packet.tcp.flags
    if flags.contains(.syn), !flags.contains(.ack) {
      synTime = packet.time.nanoseconds
    } else if !flags.contains(.syn), flags.contains(.ack), let start = synTime {
      roundTrip = packet.time.nanoseconds &- start
      synTime = nil
    }
  }
}
