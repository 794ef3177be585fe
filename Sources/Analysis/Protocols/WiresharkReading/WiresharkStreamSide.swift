import Packets

/// One side of a connection: which of its segments continue a message and which begin one.
struct WiresharkStreamSide: Sendable {
  /// Parts of a message that wait behind a hole; more are forgotten.
  private static let pieceLimit = 64
  /// Messages of several segments that are remembered, to know a repeated part of one.
  private static let messageLimit = 8

  fileprivate struct Piece: Sendable {
    var start: UInt32
    var end: UInt32
  }

  private(set) var order = WiresharkSegmentOrder()
  private var framing = WiresharkFraming()
  /// Where the message that is awaited begins, and the first byte that is missing of it.
  private var start: UInt32 = 0
  private var next: UInt32 = 0
  private var pieces: [Piece] = []
  private var messages: [Piece] = []

  /// Bytes that are kept of an unfinished head.
  var heldBytes: Int { framing.heldBytes }

  /// Gives up the message that is awaited.
  mutating func forget() { framing.reset() }

  mutating func receive(
    _ payload: UnsafeRawBufferPointer,
    of packet: borrowing PacketHeaders,
    _ peer: WiresharkSegmentOrder,
    _ roundTrip: Int64,
    _ format: WiresharkMessageFormat,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    let novelty = order.novelty(of: packet, peer: peer, roundTrip: roundTrip)
    order.note(packet)
    // Data in a SYN comes after its number.
    let isSYN = packet.tcp.flags.contains(.syn)
    let sequence = isSYN ? packet.tcp.sequence &+ 1 : packet.tcp.sequence
    var path = ApplicationPath.none
    if packet.payloadLength > 0 {
      if payload.count < packet.payloadLength {
        path = cut(payload, novelty, format, &exchange)
      } else {
        path = receive(payload, at: sequence, novelty, format, &exchange)
      }
    }
    if packet.tcp.flags.contains(.fin), sequence &+ packet.payloadLength == next {
      path = path.deeper(framing.close())
    }
    return path
  }

  /// A segment of which the capture has a part is dissected by itself.
  private func cut(
    _ payload: UnsafeRawBufferPointer,
    _ novelty: WiresharkSegmentNovelty,
    _ format: WiresharkMessageFormat,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    switch novelty {
    case .repeated, .outOfOrder: return .none
    case .new, .again, .keepAlive: break
    }
    guard !payload.isEmpty else { return .none }
    if format == .http, !exchange.isSeen, !WiresharkHTTPHead.begins(payload) { return .none }
    if format == .http { exchange.noteCut() }
    return ApplicationPath(format.layer)
  }

  private mutating func receive(
    _ payload: UnsafeRawBufferPointer,
    at sequence: UInt32,
    _ novelty: WiresharkSegmentNovelty,
    _ format: WiresharkMessageFormat,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    switch novelty {
    case .repeated: return .none
    case .keepAlive:
      guard !messages.contains(where: { $0.holds(sequence) }) else { return .none }
      switch format {
      case .plain(let layer): return ApplicationPath(layer)
      case .http: return ApplicationPath(.data)
      case .lines, .dns, .nbss, .tls: return .none
      }
    case .again where isAwaited(sequence):
      return fill(payload, at: sequence, format, &exchange)
    case .again:
      guard !messages.contains(where: { $0.holds(sequence) }) else { return .none }
      var (copy, copied) = (WiresharkFraming(), exchange)
      return copy.take(payload, format, &copied)
    case .outOfOrder:
      return isAwaited(sequence) ? fill(payload, at: sequence, format, &exchange) : .none
    case .new:
      if isAwaited(sequence) { return fill(payload, at: sequence, format, &exchange) }
      framing.reset()
      pieces.removeAll()
      start = sequence
      next = sequence
      return advance(payload, format, &exchange)
    }
  }

  /// Whether a number lies in the message that is awaited.
  private func isAwaited(_ sequence: UInt32) -> Bool {
    let end: UInt32
    switch framing.wait {
    case .nothing: return false
    case .head: end = next &+ 1
    case .bytes(let count): end = next &+ UInt32(truncatingIfNeeded: min(count, 1 << 30))
    case .close: end = next &+ 0x4000_0000
    }
    return Piece(start: start, end: end).holds(sequence)
  }

  /// Takes a part of the awaited message.
  private mutating func fill(
    _ payload: UnsafeRawBufferPointer,
    at sequence: UInt32,
    _ format: WiresharkMessageFormat,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    let end = sequence &+ UInt32(truncatingIfNeeded: payload.count)
    if WiresharkSegmentOrder.isBefore(next, sequence) {
      if pieces.count < Self.pieceLimit { pieces.append(Piece(start: sequence, end: end)) }
      return .none
    }
    guard WiresharkSegmentOrder.isBefore(next, end) else { return .none }
    let known = Int(next &- sequence)
    var path = advance(UnsafeRawBufferPointer(rebasing: payload[known...]), format, &exchange)
    while let index = pieces.firstIndex(where: { !WiresharkSegmentOrder.isBefore(next, $0.start) })
    {
      let piece = pieces.remove(at: index)
      guard case .bytes(let count) = framing.wait, WiresharkSegmentOrder.isBefore(next, piece.end)
      else {
        continue
      }
      let taken = min(count, Int(piece.end &- next))
      path = path.deeper(framing.skip(taken))
      next = next &+ UInt32(truncatingIfNeeded: taken)
    }
    return path
  }

  private mutating func advance(
    _ bytes: UnsafeRawBufferPointer,
    _ format: WiresharkMessageFormat,
    _ exchange: inout WiresharkHTTPExchange
  ) -> ApplicationPath {
    let wasInside = framing.wait != .nothing
    let path = framing.take(bytes, format, &exchange)
    let begun = next
    next = next &+ UInt32(truncatingIfNeeded: bytes.count)
    if wasInside, path != .none {
      if messages.count == Self.messageLimit { messages.removeFirst() }
      messages.append(Piece(start: start, end: next))
    }
    if !wasInside || path != .none { start = begun }
    return path
  }
}

extension WiresharkStreamSide.Piece {
  /// Whether a number lies between the ends.
  fileprivate func holds(_ sequence: UInt32) -> Bool {
    sequence &- start < end &- start
  }
}
