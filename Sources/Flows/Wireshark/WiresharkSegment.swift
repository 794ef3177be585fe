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
  let header: Header

  /// How much of a header Wireshark can use.
  enum Header {
    case whole
    /// The snap length cut it behind the window: judged, but the verdict is not shown.
    case cut
    /// Its length field is below 20: judged with that length, not shown, and nothing learned.
    case impossible
    /// Longer than the segment: not judged.
    case longerThanSegment
    /// Inside an ICMP error: not judged, for the length of the segment is not known.
    case quoted

    /// Whether the sequence rules apply.
    var isJudged: Bool { self != .longerThanSegment && self != .quoted }
  }

  /// The segment of a packet; `nil` when its TCP header was not captured.
  init?(_ packet: borrowing PacketHeaders) {
    frame = packet.frame
    time = packet.time
    sequence = packet.tcp.sequence
    acknowledgment = packet.tcp.acknowledgment
    window = UInt32(packet.tcp.window)
    flags = packet.tcp.flags
    if packet.transport == .tcp {
      header = packet.oddities.contains(.truncatedHeader) ? .cut : .whole
      length = packet.payloadLength
      return
    }
    guard Self.isRefused(packet) else { return nil }
    // Here the payload is the segment with its header.
    let headerLength = UInt32(packet.tcp.headerLength)
    length = packet.payloadLength > headerLength ? packet.payloadLength - headerLength : 0
    if packet.payloadLength < headerLength {
      header = .longerThanSegment
    } else {
      header = headerLength < 20 ? .impossible : .cut
    }
  }

  /// The segment whose first bytes an ICMP error of `time` quotes.
  init(
    quotedIn packet: borrowing PacketHeaders,
    sequence: UInt32,
    acknowledgment: UInt32,
    flags: TCPFlags,
    window: UInt16
  ) {
    frame = packet.frame
    time = packet.time
    self.sequence = sequence
    self.acknowledgment = acknowledgment
    length = 0
    self.window = UInt32(window)
    self.flags = flags
    header = .quoted
  }

  /// The decoder read the header up to its window at least, but named no transport: it was cut, or
  /// its length cannot be.
  private static func isRefused(_ packet: borrowing PacketHeaders) -> Bool {
    guard packet.transport == .none, packet.ipProtocol == .tcp,
      packet.oddities.contains(.badTransport)
    else { return false }
    // A header that was cut before its window leaves all of these empty.
    let tcp = packet.tcp
    return tcp.sequence != 0 || tcp.acknowledgment != 0 || tcp.flags != [] || tcp.headerLength != 0
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
