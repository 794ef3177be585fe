/// What both sides of a WebSocket connection sent (RFC 6455).
package struct WebSocketSummary: Equatable, Sendable {
  package var client = WebSocketTally()
  package var server = WebSocketTally()

  package init() {}
}

/// The frames that one side sent, by opcode (RFC 6455 §11.8).
package struct WebSocketTally: Equatable, Sendable {
  package var continuations: Int64 = 0
  package var texts: Int64 = 0
  package var binaries: Int64 = 0
  package var closes: Int64 = 0
  package var pings: Int64 = 0
  package var pongs: Int64 = 0
  /// Frames with an opcode that is not registered.
  package var others: Int64 = 0
  /// Bytes of payload of all of them.
  package var payloadBytes: Int64 = 0
  /// Why the side closed the connection, where it said so (RFC 6455 §7.4).
  package var closeCode: UInt16?

  package init() {}

  package var frames: Int64 {
    continuations &+ texts &+ binaries &+ closes &+ pings &+ pongs &+ others
  }

  mutating func count(opcode: UInt8) {
    switch opcode {
    case 0: continuations &+= 1
    case 1: texts &+= 1
    case 2: binaries &+= 1
    case 8: closes &+= 1
    case 9: pings &+= 1
    case 10: pongs &+= 1
    default: others &+= 1
    }
  }
}
