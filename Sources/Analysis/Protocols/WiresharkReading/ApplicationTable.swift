import Flows
import Packets

/// Finds for every packet which application protocols its frame reaches.
///
/// Only what decides that is read: heads of messages. It is found out in the order of the capture
/// alone, as tshark without `-2` does.
struct ApplicationTable {
  /// Connections followed at once, and flows known as QUIC; segments of others count no further than
  /// TCP, their datagrams as data.
  static let streamLimit = 65_536

  /// Bytes of unfinished heads that are kept, those of a thousand of the longest; a message that
  /// would need more is given up.
  static let heldLimit = 64 << 20

  private let streamLimit: Int
  private let heldLimit: Int
  private var held = 0
  private var numbers: [UInt64: Int] = [:]
  private var streams: ContiguousArray<ApplicationStream> = []
  private var free: [Int] = []
  /// Flows of UDP known as QUIC.
  private var quic: Set<UInt64> = []
  /// The connection asked for last.
  private var last: (flow: UInt64, number: Int) = (.max, -1)
  /// Segments of connections that were one too many, and packets that showed such a flow as QUIC.
  private(set) var refused: UInt64 = 0
  /// Messages that were given up.
  private(set) var abandoned: UInt64 = 0

  init(heldLimit: Int = Self.heldLimit, streamLimit: Int = Self.streamLimit) {
    self.heldLimit = heldLimit
    self.streamLimit = streamLimit
  }

  /// The protocols above the transport that the frame of a packet reaches.
  mutating func path(
    of packet: borrowing PacketHeaders,
    _ placement: FlowPlacement,
    _ payload: UnsafeRawBufferPointer
  ) -> ApplicationPath {
    guard placement.marks.contains(.inFlow), !packet.carriesTunnel else { return .none }
    switch packet.transport {
    case .udp:
      guard packet.payloadLength > 0, !payload.isEmpty else { return .none }
      var isQUIC = !quic.isEmpty && quic.contains(placement.flow)
      let wasQUIC = isQUIC
      let path = DatagramPath.path(
        of: payload,
        ports: packet.sourcePort,
        packet.destinationPort,
        isQUIC: &isQUIC
      )
      if isQUIC, !wasQUIC { remember(placement.flow) }
      return path
    case .tcp:
      guard let number = number(of: placement.flow) else {
        return .none
      }
      return receive(payload, of: packet, from: placement.direction, number)
    default: return .none
    }
  }

  private mutating func remember(_ flow: UInt64) {
    guard quic.count < streamLimit else {
      refused &+= 1
      return
    }
    quic.insert(flow)
  }

  private mutating func receive(
    _ payload: UnsafeRawBufferPointer,
    of packet: borrowing PacketHeaders,
    from direction: FlowDirection,
    _ number: Int
  ) -> ApplicationPath {
    held -= streams[number].heldBytes
    let path = streams[number].receive(payload, of: packet, from: direction)
    held += streams[number].heldBytes
    if held > heldLimit {
      held -= streams[number].heldBytes
      streams[number].forget()
      abandoned &+= 1
    }
    return path
  }

  /// Forgets a flow that has ended.
  mutating func end(_ flow: UInt64) {
    if !quic.isEmpty { quic.remove(flow) }
    guard let number = numbers.removeValue(forKey: flow) else { return }
    held -= streams[number].heldBytes
    streams[number] = ApplicationStream()
    free.append(number)
    if last.flow == flow { last = (.max, -1) }
  }

  private mutating func number(of flow: UInt64) -> Int? {
    if last.flow == flow { return last.number }
    if let number = numbers[flow] {
      last = (flow, number)
      return number
    }
    guard numbers.count < streamLimit else {
      refused &+= 1
      return nil
    }
    let number = free.popLast() ?? streams.count
    if number == streams.count { streams.append(ApplicationStream()) }
    numbers[flow] = number
    last = (flow, number)
    return number
  }
}
