import Packets

@testable import Flows

/// One packet of a TCP connection that a test tells, with relative sequence numbers: each side's SYN
/// is 0 and its first data byte 1.
struct Told: Sendable {
  static let clientISN: UInt32 = 1000
  static let serverISN: UInt32 = 700_000
  static let clientPort: UInt16 = 40_000
  static let serverPort: UInt16 = 80

  var isFromClient: Bool
  var seq: Int64
  var len: UInt32 = 0
  var ack: Int64?
  var flags: TCPFlags = []
  /// Milliseconds since the packet before it.
  var after: Double = 1
  var window: UInt16 = 1000
  var options = TCPOptions()
  var ipID: UInt16 = 0
  var hopLimit: UInt8 = 60
  var checksum: ChecksumState = .good
  var payloadSum: UInt16 = 0
  var prefix: UInt64 = 0
  var path: UInt32 = 0
  /// Initial sequence numbers, where a test needs others.
  var clientISN = Self.clientISN
  var serverISN = Self.serverISN

  /// A packet of the client; it acknowledges the server's SYN unless told otherwise.
  static func client(
    _ seq: Int64,
    _ len: UInt32 = 0,
    ack: Int64? = 1,
    _ flags: TCPFlags = [],
    after: Double = 1,
    window: UInt16 = 1000
  ) -> Told {
    Told(
      isFromClient: true,
      seq: seq,
      len: len,
      ack: ack,
      flags: flags,
      after: after,
      window: window
    )
  }

  /// A packet of the server.
  static func server(
    _ seq: Int64 = 1,
    _ len: UInt32 = 0,
    ack: Int64? = 1,
    _ flags: TCPFlags = [],
    after: Double = 1,
    window: UInt16 = 1000
  ) -> Told {
    Told(
      isFromClient: false,
      seq: seq,
      len: len,
      ack: ack,
      flags: flags,
      after: after,
      window: window
    )
  }

  /// SYN, SYN-ACK 10 ms later and ACK 10 ms after that: a path of 20 ms.
  static let handshake: [Told] = [syn(), synAck(), .client(1, after: 10)]
  /// The same with window scale 3 on both sides.
  static let scaledHandshake: [Told] = [
    syn().scale(3), synAck().scale(3), .client(1, after: 10),
  ]

  static func syn() -> Told { .client(0, ack: nil, .syn) }
  static func synAck() -> Told { .server(0, ack: 1, .syn, after: 10) }

  /// Both sides' orderly end after `sent` and `received` bytes, begun by the client.
  static func close(_ sent: Int64 = 0, _ received: Int64 = 0) -> [Told] {
    [
      .client(1 + sent, ack: 1 + received, .fin),
      .server(1 + received, ack: 2 + sent, .fin, after: 10),
      .client(2 + sent, ack: 2 + received, after: 10),
    ]
  }
}

extension Told {
  private func with(_ change: (inout Told) -> Void) -> Told {
    var copy = self
    change(&copy)
    return copy
  }

  /// With an IP identification.
  func id(_ ipID: UInt16) -> Told { with { $0.ipID = ipID } }
  /// With a timestamp option.
  func stamp(_ value: UInt32, echo: UInt32 = 0) -> Told {
    with {
      $0.options.present.insert(.timestamps)
      $0.options.timestampValue = value
      $0.options.timestampEcho = echo
    }
  }
  /// With SACK blocks, in the other side's relative numbers.
  func sack(_ blocks: Range<Int64>...) -> Told {
    with {
      let base = $0.isFromClient ? $0.serverISN : $0.clientISN
      $0.options.present.insert(.sack)
      $0.options.sackCount = UInt8(blocks.count)
      for (index, block) in blocks.enumerated() {
        $0.options.sackBlocks[index] = SACKBlock(
          left: base &+ UInt32(truncatingIfNeeded: block.lowerBound),
          right: base &+ UInt32(truncatingIfNeeded: block.upperBound)
        )
      }
    }
  }
  /// With a window scale option.
  func scale(_ shift: UInt8) -> Told {
    with {
      $0.options.present.insert(.windowScale)
      $0.options.windowScale = shift
    }
  }
  func hopLimit(_ value: UInt8) -> Told { with { $0.hopLimit = value } }
  func checksum(_ state: ChecksumState) -> Told { with { $0.checksum = state } }
  func payloadSum(_ sum: UInt16) -> Told { with { $0.payloadSum = sum } }
  /// With a payload that starts with eight characters.
  func text(_ text: StaticString) -> Told {
    with {
      $0.prefix = text.withUTF8Buffer { $0.prefix(8).reduce(0) { $0 << 8 | UInt64($1) } }
    }
  }
  func path(_ number: UInt32) -> Told { with { $0.path = number } }
  /// With other initial sequence numbers.
  func numbered(client: UInt32 = Told.clientISN, server: UInt32 = Told.serverISN) -> Told {
    with {
      $0.clientISN = client
      $0.serverISN = server
    }
  }

  /// The packet as the decoder would give it.
  func headers(frame: UInt64, nanoseconds: Int64) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.frame = frame
    packet.time = Timestamp(nanoseconds: nanoseconds)
    packet.wireLength = 54 + len
    packet.capturedLength = 54 + len
    packet.path = PathID(rawValue: path)
    packet.flowPath = PathID(rawValue: path)
    packet.network = .ipv4
    packet.source = IPAddress(v4: isFromClient ? 0x0a00_0001 : 0x0a00_0002)
    packet.destination = IPAddress(v4: isFromClient ? 0x0a00_0002 : 0x0a00_0001)
    packet.ipLength = 40 + len
    packet.ipID = ipID
    packet.hopLimit = hopLimit
    packet.ipProtocol = .tcp
    packet.transport = .tcp
    packet.transportChecksum = checksum
    packet.sourcePort = isFromClient ? Self.clientPort : Self.serverPort
    packet.destinationPort = isFromClient ? Self.serverPort : Self.clientPort
    packet.payloadLength = len
    packet.payloadSum = payloadSum
    packet.payloadPrefix = prefix
    packet.tcp.headerLength = 20
    packet.tcp.window = window
    packet.tcp.flags = flags
    packet.tcp.options = options
    let (own, other) = isFromClient ? (clientISN, serverISN) : (serverISN, clientISN)
    packet.tcp.sequence = own &+ UInt32(truncatingIfNeeded: seq)
    if let ack {
      packet.tcp.flags.insert(.ack)
      packet.tcp.acknowledgment = other &+ UInt32(truncatingIfNeeded: ack)
    }
    return packet
  }
}
