import Packets

/// Follows a connection as Zeek does, for `conn_state` and `history`.
///
/// It sees every captured packet, copies included, and judges only by flags, sequence numbers and
/// order. Sources: Zeek's documentation of `conn.log` and the rules of its TCP analyzer (version 8).
struct ZeekTracker {
  private(set) var history = ZeekHistory()
  private var originator = ZeekEndpoint()
  private var responder = ZeekEndpoint()
  private var hasBegun = false
  /// Bytes in content gaps.
  private(set) var missedBytes: UInt64 = 0
  /// When both sides had closed or reset, in nanoseconds: Zeek's durations end there; `.min` before.
  private(set) var closedAt: Int64 = .min

  init() {}

  /// Takes one packet.
  @inline(__always)
  mutating func receive(_ packet: PacketHeaders, from direction: FlowDirection) {
    let control = packet.tcp.flags.intersection([.syn, .fin, .rst])
    if direction == .originator {
      if control.isEmpty, originator.state != .inactive {
        Self.takeOrdinary(packet, 0, sender: &originator, peer: responder.state, &history)
        return
      }
    } else if control.isEmpty, responder.state != .inactive {
      Self.takeOrdinary(
        packet,
        Self.lowerCase,
        sender: &responder,
        peer: originator.state,
        &history
      )
      return
    }
    receiveTurn(packet, control, from: direction)
  }

  /// Takes a packet with SYN, FIN or RST, or the first of its sender.
  @inline(never)
  private mutating func receiveTurn(
    _ packet: PacketHeaders,
    _ control: TCPFlags,
    from direction: FlowDirection
  ) {
    begin(direction)
    if direction == .originator {
      Self.takeTurn(packet, control, 0, sender: &originator, peer: &responder, &history)
    } else {
      Self.takeTurn(
        packet,
        control,
        Self.lowerCase,
        sender: &responder,
        peer: &originator,
        &history
      )
    }
    if closedAt == .min, originator.hasEnded, responder.hasEnded {
      closedAt = packet.time.nanoseconds
    }
  }

  /// Counts a packet with a bad checksum.
  mutating func receiveDamaged(from direction: FlowDirection) {
    begin(direction)
    if direction == .originator {
      Self.count(&originator.badChecksums, UInt8(ascii: "C"), &history)
    } else {
      Self.count(&responder.badChecksums, UInt8(ascii: "c"), &history)
    }
  }

  /// Both sides are open or have closed in order, so that holes in the data are content gaps.
  var isClean: Bool { originator.isClean && responder.isClean }

  /// Notes gaps in the data of one side that an acknowledgment has shown.
  mutating func note(_ gaps: ZeekGaps, from direction: FlowDirection) {
    missedBytes &+= UInt64(clamping: gaps.bytes)
    for _ in 0..<gaps.number {
      if direction == .originator {
        Self.count(&originator.gaps, UInt8(ascii: "G"), &history)
      } else {
        Self.count(&responder.gaps, UInt8(ascii: "g"), &history)
      }
    }
  }

  /// `conn_state`; `hasBytes` tells whether either side sent payload.
  func state(hasBytes: Bool) -> ZeekState {
    ZeekState(originator.state, responder.state, hasBytes: hasBytes, history: history)
  }

  // MARK: One packet

  /// Set in the letters of the responder.
  private static let lowerCase: UInt8 = 0x20

  /// The responder speaks first: Zeek notes that it turned the sides round.
  private mutating func begin(_ direction: FlowDirection) {
    guard !hasBegun else { return }
    hasBegun = true
    if direction == .responder { history.append(UInt8(ascii: "^")) }
  }

  @inline(__always)
  private static func takeOrdinary(
    _ packet: PacketHeaders,
    _ letterCase: UInt8,
    sender: inout ZeekEndpoint,
    peer: ZeekEndpointState,
    _ history: inout ZeekHistory
  ) {
    let hasPayload = packet.payloadLength > 0
    let kind: ZeekEndpoint.Seen =
      hasPayload ? .data : packet.tcp.flags.contains(.ack) ? .ack : []
    if !sender.seen.isSuperset(of: kind) {
      sender.seen.formUnion(kind)
      history.append(UInt8(ascii: hasPayload ? "D" : "A") | letterCase)
    }
    if packet.tcp.window == 0, peer != .closed, sender.state != .reset {
      count(&sender.zeroWindows, UInt8(ascii: "W") | letterCase, &history)
    }
    if sender.advance(to: packet.tcp.sequence &+ packet.payloadLength, hasPayload: hasPayload) {
      count(&sender.retransmissions, UInt8(ascii: "T") | letterCase, &history)
    }
  }

  private static func takeTurn(
    _ packet: PacketHeaders,
    _ control: TCPFlags,
    _ letterCase: UInt8,
    sender: inout ZeekEndpoint,
    peer: inout ZeekEndpoint,
    _ history: inout ZeekHistory
  ) {
    let hasPayload = packet.payloadLength > 0
    var end = packet.tcp.sequence
    // The payload of a RST is no part of the stream.
    if !control.contains(.rst) { end = end &+ packet.payloadLength }
    if control.contains(.syn) { end = end &+ 1 }
    if control.contains(.fin) { end = end &+ 1 }
    sender.number(packet.tcp.sequence, end: end, isSYN: control.contains(.syn))
    note(packet, control, letterCase, &sender, &history)
    if packet.tcp.window == 0, !control.contains(.rst), peer.state != .closed,
      sender.state != .reset
    {
      count(&sender.zeroWindows, UInt8(ascii: "W") | letterCase, &history)
    }
    if sender.advance(to: end, control: control, hasPayload: hasPayload) {
      count(&sender.retransmissions, UInt8(ascii: "T") | letterCase, &history)
    }
    move(
      packet.tcp.flags,
      hasPayload: hasPayload,
      isOriginator: letterCase == 0,
      sender: &sender,
      peer: &peer
    )
  }

  /// Adds the letter of a packet's kind: once for each side, and again for a SYN, FIN or RST with
  /// another sequence number.
  private static func note(
    _ packet: PacketHeaders,
    _ control: TCPFlags,
    _ letterCase: UInt8,
    _ sender: inout ZeekEndpoint,
    _ history: inout ZeekHistory
  ) {
    let sequence = packet.tcp.sequence
    let kind: ZeekEndpoint.Seen
    let letter: UInt8
    var isAnother = false
    switch control {
    case .syn:
      kind = .syn
      letter = UInt8(ascii: packet.tcp.flags.contains(.ack) ? "H" : "S")
      isAnother = sequence != sender.start
    case .fin:
      let end = sequence &+ packet.payloadLength
      kind = .fin
      letter = UInt8(ascii: "F")
      isAnother = end != sender.lastFIN
      sender.lastFIN = end
    case .rst:
      kind = .rst
      letter = UInt8(ascii: "R")
      isAnother = sequence != sender.lastReset
      sender.lastReset = sequence
    case []:
      if packet.payloadLength > 0 {
        kind = .data
        letter = UInt8(ascii: "D")
      } else if packet.tcp.flags.contains(.ack) {
        kind = .ack
        letter = UInt8(ascii: "A")
      } else {
        return
      }
    default:
      let isFINAndReset = control.isSuperset(of: [.fin, .rst])
      kind = isFINAndReset ? .finAndReset : .manyFlags
      letter = UInt8(ascii: isFINAndReset ? "I" : "Q")
    }
    guard isAnother || !sender.seen.contains(kind) else { return }
    sender.seen.insert(kind)
    history.append(letter | letterCase)
  }

  /// Counts one more of what has a letter at the 1st, 10th, 100th … time.
  private static func count<Count: FixedWidthInteger>(
    _ counter: inout Count,
    _ letter: UInt8,
    _ history: inout ZeekHistory
  ) {
    guard counter < .max else { return }
    counter += 1
    var power = counter
    while power.isMultiple(of: 10) { power /= 10 }
    if power == 1 { history.append(letter) }
  }
}
