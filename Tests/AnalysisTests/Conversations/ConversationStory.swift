import Flows
import Packets

@testable import Analysis

/// A TCP conversation told side by side, in order unless a number says otherwise.
final class ConversationStory {
  private var conversation: Conversation
  private(set) var memory = ReassemblyMemory()
  private(set) var contents: [ApplicationContent] = []
  private var frame: UInt64 = 0
  private var next: [FlowDirection: Int64] = [.originator: 1, .responder: 1]
  private let isFromStart: Bool

  /// A conversation with a server's port; `isFromStart` says that its SYNs were captured.
  init(
    port: UInt16 = 80,
    isFromStart: Bool = true,
    excluded: UInt64 = 0,
    limits: ConversationLimits = .init()
  ) {
    let packet = Frame.packet(
      .tcp,
      from: "10.0.0.1",
      40000,
      to: "10.0.0.2",
      port,
      frame: 1,
      seconds: 0,
      path: 0
    )
    var placement = FlowPlacement()
    placement.flow = 7
    conversation = Conversation(FlowIdentity(packet, placement), excluded: excluded, limits)
    self.isFromStart = isFromStart
  }

  var service: ApplicationProtocol? { conversation.reader.service }
  var services: String? { conversation.reader.services }
  var isUnknown: Bool { conversation.reader.isUnknown }

  func send(
    _ text: String,
    _ direction: FlowDirection = .originator,
    at number: Int64? = nil,
    length: Int? = nil,
    flags: TCPFlags = [.ack]
  ) {
    send(Array(text.utf8), direction, at: number, length: length, flags: flags)
  }

  func send(
    _ bytes: [UInt8],
    _ direction: FlowDirection = .originator,
    at number: Int64? = nil,
    length: Int? = nil,
    flags: TCPFlags = [.ack]
  ) {
    frame += 1
    var packet = PacketHeaders()
    packet.frame = frame
    packet.time = Timestamp(nanoseconds: Int64(frame) * 1_000_000)
    packet.transport = .tcp
    packet.tcp.flags = flags
    packet.payloadLength = UInt32(length ?? bytes.count)
    packet.payloadCaptured = UInt32(bytes.count)
    var placement = FlowPlacement()
    placement.flow = 7
    placement.direction = direction
    placement.marks = isFromStart ? [.inFlow, .counts, .senderStart, .receiverStart] : .counts
    placement.sequence = number ?? next[direction] ?? 1
    placement.acknowledged = next[direction.reversed] ?? 1
    next[direction] = placement.sequence + Int64(packet.payloadLength)
    withUnsafePointer(to: packet) {
      conversation.receive(bytes.span.bytes, of: $0, placement, &memory)
    }
    collect()
  }

  func end() {
    conversation.end(
      SegmentArrival(frame: frame, time: Timestamp(nanoseconds: Int64(frame) * 1_000_000)),
      &memory
    )
    collect()
  }

  private func collect() {
    var found: [ApplicationContent] = []
    conversation.takeFinished { found.append($0.content) }
    contents += found
  }
}
