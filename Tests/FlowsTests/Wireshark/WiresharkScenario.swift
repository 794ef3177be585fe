import Packets
import Testing

@testable import Flows

/// A short connection, told segment by segment, and what Wireshark marks on its last segment.
///
/// Sequence numbers are relative to each side's SYN, as Wireshark shows them.
struct WiresharkScenario: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let segments: [ToldSegment]
  let marks: WiresharkFlags

  init(_ description: String, _ segments: ToldSegment..., marks: WiresharkFlags) {
    testDescription = description
    self.segments = segments
    self.marks = marks
  }

  /// Plays the segments after a handshake of 10 ms (frames 1 to 3, scale 1 on both
  /// sides); the SYN-ACK has a window of its own, so that no later ACK repeats it.
  func play(afterHandshake: Bool = true) -> [WiresharkVerdict] {
    let opening = afterHandshake ? ToldSegment.handshake : []
    return ToldSegment.play(opening + segments)
  }
}

/// One segment of a told connection.
struct ToldSegment: Sendable {
  static let clientISN: UInt32 = 1000
  static let serverISN: UInt32 = 700_000

  var fromClient: Bool
  var seq: UInt32
  var ack: UInt32?
  var len: UInt32 = 0
  var flags: TCPFlags = []
  var window: UInt16 = 1000
  /// Milliseconds since the segment before it.
  var after: Double = 1
  var scale: UInt8?
  var sack: [SACKBlock] = []

  static let handshake = [
    client(seq: 0, ack: nil, .syn, scale: 1),
    server(seq: 0, ack: 1, .syn, window: 500, after: 5, scale: 1),
    client(seq: 1, ack: 1, after: 5),
  ]

  static func client(
    seq: UInt32,
    ack: UInt32? = 1,
    len: UInt32 = 0,
    _ flags: TCPFlags = [],
    window: UInt16 = 1000,
    after: Double = 1,
    scale: UInt8? = nil,
    sack: [SACKBlock] = []
  ) -> ToldSegment {
    ToldSegment(
      fromClient: true,
      seq: seq,
      ack: ack,
      len: len,
      flags: flags,
      window: window,
      after: after,
      scale: scale,
      sack: sack
    )
  }

  static func server(
    seq: UInt32 = 1,
    ack: UInt32? = 1,
    len: UInt32 = 0,
    _ flags: TCPFlags = [],
    window: UInt16 = 1000,
    after: Double = 1,
    scale: UInt8? = nil,
    sack: [SACKBlock] = []
  ) -> ToldSegment {
    ToldSegment(
      fromClient: false,
      seq: seq,
      ack: ack,
      len: len,
      flags: flags,
      window: window,
      after: after,
      scale: scale,
      sack: sack
    )
  }

  /// The segment as the decoder would give it.
  func headers(frame: Int, milliseconds: Double) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.frame = UInt64(frame)
    packet.time = Timestamp(nanoseconds: 1_000_000_000 + Int64((milliseconds * 1e6).rounded()))
    packet.network = .ipv4
    packet.source = IPAddress(v4: fromClient ? 0x0a00_0001 : 0x0a00_0002)
    packet.destination = IPAddress(v4: fromClient ? 0x0a00_0002 : 0x0a00_0001)
    packet.sourcePort = fromClient ? 40_000 : 80
    packet.destinationPort = fromClient ? 80 : 40_000
    packet.ipProtocol = .tcp
    packet.transport = .tcp
    packet.tcp.headerLength = 20
    packet.tcp.sequence = seq &+ (fromClient ? Self.clientISN : Self.serverISN)
    packet.tcp.flags = flags
    if let ack {
      packet.tcp.flags.insert(.ack)
      packet.tcp.acknowledgment = ack &+ (fromClient ? Self.serverISN : Self.clientISN)
    }
    packet.tcp.window = window
    packet.payloadLength = len
    if let scale {
      packet.tcp.options.present.insert(.windowScale)
      packet.tcp.options.windowScale = scale
    }
    if !sack.isEmpty {
      packet.tcp.options.present.insert(.sack)
      packet.tcp.options.sackCount = UInt8(sack.count)
      for (index, block) in sack.enumerated() { packet.tcp.options.sackBlocks[index] = block }
    }
    return packet
  }

  /// The verdicts on segments that follow each other; frames count from 1.
  static func play(_ segments: [ToldSegment]) -> [WiresharkVerdict] {
    var analysis = WiresharkAnalysis()
    var milliseconds = 0.0
    var verdicts: [WiresharkVerdict] = []
    for (index, segment) in segments.enumerated() {
      milliseconds += segment.after
      let packet = segment.headers(frame: index + 1, milliseconds: milliseconds)
      if let verdict = analysis.analyze(packet) { verdicts.append(verdict) }
    }
    return verdicts
  }
}
