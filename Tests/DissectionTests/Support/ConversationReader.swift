import Dissection
import Packets

/// Puts the TCP payloads of a capture in order; plain and unbounded, for tests alone.
struct ConversationReader {
  private struct Key: Hashable {
    var ends: Set<String>
  }

  private struct Side {
    var next: UInt32?
    var start: UInt32?
    var held: [(sequence: UInt32, bytes: [UInt8], missing: Int64, moment: Moment)] = []
    var end: UInt32?
    var isClosed = false
  }

  private struct Entry {
    var conversation: CapturedConversation
    var forward = Side()
    var backward = Side()
    var firstSource: String
  }

  private var entries: [Entry] = []
  private var current: [Key: Int] = [:]

  /// The conversations of the capture at `path`, in the order of their first packets.
  static func conversations(in path: String) throws -> [CapturedConversation] {
    var reader = ConversationReader()
    try CapturedPackets.read(path) { packet, payload in
      if packet.transport == .tcp { reader.add(packet, payload) }
    }
    return reader.entries.indices.map { index in
      let moment = reader.entries[index].conversation.last
      for isForward in [true, false] {
        while reader.stepOverGap(index, isForward, at: moment) {}
      }
      return reader.entries[index].conversation
    }
  }

  private mutating func add(_ packet: PacketHeaders, _ payload: [UInt8]) {
    let source = "\(packet.source) \(packet.sourcePort)"
    let key = Key(ends: [source, "\(packet.destination) \(packet.destinationPort)"])
    let isSYN = packet.tcp.flags.contains(.syn)
    var index = current[key]
    if let known = index, isSYN, !packet.tcp.flags.contains(.ack),
      let start = side(known, entries[known].firstSource == source).start,
      start != packet.tcp.sequence
    {
      index = nil
    }
    let place = index ?? begin(packet, source)
    current[key] = place
    take(packet, payload, place, isForward: entries[place].firstSource == source)
  }

  private mutating func begin(_ packet: PacketHeaders, _ source: String) -> Int {
    entries.append(
      Entry(
        conversation: CapturedConversation(
          firstFrame: packet.frame,
          client: "\(packet.source)",
          clientPort: packet.sourcePort,
          server: "\(packet.destination)",
          serverPort: packet.destinationPort
        ),
        firstSource: source
      )
    )
    return entries.count - 1
  }

  private func side(_ index: Int, _ isForward: Bool) -> Side {
    isForward ? entries[index].forward : entries[index].backward
  }

  private mutating func change(_ index: Int, _ isForward: Bool, _ body: (inout Side) -> Void) {
    if isForward { body(&entries[index].forward) } else { body(&entries[index].backward) }
  }

  private mutating func take(
    _ packet: PacketHeaders,
    _ payload: [UInt8],
    _ index: Int,
    isForward: Bool
  ) {
    let moment = Moment(frame: packet.frame, time: packet.time.nanoseconds)
    entries[index].conversation.last = moment
    let isSYN = packet.tcp.flags.contains(.syn)
    let sequence = packet.tcp.sequence &+ (isSYN ? 1 : 0)
    if packet.tcp.flags.contains(.ack) {
      acknowledge(index, !isForward, packet.tcp.acknowledgment, at: moment)
    }
    let missing = Int64(packet.payloadLength) - Int64(payload.count)
    change(index, isForward) { side in
      if isSYN { side.start = packet.tcp.sequence }
      if side.next == nil { side.next = sequence }
      if packet.payloadLength > 0, !packet.tcp.flags.contains(.rst) {
        side.held.append((sequence, payload, missing, moment))
      }
      if packet.tcp.flags.contains(.fin) { side.end = sequence &+ packet.payloadLength }
    }
    deliver(index, isForward, at: moment)
    if packet.tcp.flags.contains(.rst) {
      close(index, true, at: moment)
      close(index, false, at: moment)
    }
  }

  /// What the peer has got is not sent again: a hole before it is a gap of the capture.
  private mutating func acknowledge(
    _ index: Int,
    _ isForward: Bool,
    _ number: UInt32,
    at moment: Moment
  ) {
    while let first = side(index, isForward).held.map(\.sequence).min(by: Self.isBefore),
      !Self.isBefore(number, first &+ 1), stepOverGap(index, isForward, at: moment)
    {}
  }

  private mutating func stepOverGap(_ index: Int, _ isForward: Bool, at moment: Moment) -> Bool {
    let side = side(index, isForward)
    guard let next = side.next,
      let first = side.held.map(\.sequence).min(by: Self.isBefore)
    else { return false }
    put(index, isForward, .gap(Int64(first &- next)), moment)
    change(index, isForward) { $0.next = first }
    // Nothing came that completed what is behind the gap: its own frames did.
    deliver(index, isForward, at: nil)
    return true
  }

  private mutating func deliver(_ index: Int, _ isForward: Bool, at completion: Moment?) {
    while let next = side(index, isForward).next,
      let place = side(index, isForward).held.firstIndex(where: {
        !Self.isBefore(next, $0.sequence)
      })
    {
      let held = side(index, isForward).held[place]
      let end = held.sequence &+ UInt32(held.bytes.count) &+ UInt32(held.missing)
      let old = Int(next &- held.sequence)
      let moment = completion ?? held.moment
      if old < held.bytes.count {
        put(index, isForward, .bytes(Array(held.bytes[old...])), moment)
      }
      if Self.isBefore(next, end), held.missing > 0 {
        put(index, isForward, .gap(held.missing), moment)
      }
      change(index, isForward) { side in
        side.held.remove(at: place)
        if Self.isBefore(next, end) { side.next = end }
      }
    }
    if let end = side(index, isForward).end, side(index, isForward).next == end {
      close(index, isForward, at: completion ?? entries[index].conversation.last)
    }
  }

  private mutating func close(_ index: Int, _ isForward: Bool, at moment: Moment) {
    guard !side(index, isForward).isClosed else { return }
    change(index, isForward) { $0.isClosed = true }
    put(index, isForward, .close, moment)
  }

  private mutating func put(
    _ index: Int,
    _ isForward: Bool,
    _ step: CapturedConversation.Step,
    _ moment: Moment
  ) {
    entries[index].conversation.deliveries.append(
      CapturedConversation.Delivery(isForward: isForward, step: step, moment: moment)
    )
  }

  private static func isBefore(_ first: UInt32, _ second: UInt32) -> Bool {
    Int32(bitPattern: first &- second) < 0
  }
}
