import Packets

/// One TCP packet as the rules look at it.
///
/// `acknowledgment` and `window` are the fields as sent: Wireshark compares them also when the ACK
/// flag is off, and never scales the window but for `window_full`.
struct WiresharkSegment {
  let frame: UInt64
  let time: Timestamp
  let sequence: UInt32
  let acknowledgment: UInt32
  let length: UInt32
  let window: UInt32
  let flags: TCPFlags

  init(_ packet: borrowing PacketHeaders) {
    frame = packet.frame
    time = packet.time
    sequence = packet.tcp.sequence
    acknowledgment = packet.tcp.acknowledgment
    length = packet.payloadLength
    window = UInt32(packet.tcp.window)
    flags = packet.tcp.flags
  }

  /// Where the payload ends; SYN and FIN are not counted.
  var payloadEnd: UInt32 { sequence &+ length }
  /// SYN or FIN: consumes a sequence number without payload.
  var consumesFlag: Bool { !flags.isDisjoint(with: [.syn, .fin]) }
  /// It takes room in the sequence space.
  var consumes: Bool { length > 0 || consumesFlag }
  /// Neither SYN, FIN nor RST, so that the rules of an open connection apply.
  var isOrdinary: Bool { flags.isDisjoint(with: [.syn, .fin, .rst]) }
  var isOpening: Bool { flags.contains(.syn) && !flags.contains(.ack) }
  var isOpeningReply: Bool { flags.contains([.syn, .ack]) }
  /// ACK without SYN, whatever else it carries.
  var isPlainAck: Bool { flags.contains(.ack) && !flags.contains(.syn) }
}
