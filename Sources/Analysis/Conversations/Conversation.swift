import Dissection
import Flows
import Packets

/// What two hosts say to each other in one flow.
struct Conversation: ~Copyable {
  private(set) var reader: ConversationReader
  /// What ``ConversationReader/heldBytes`` were when they were last added up.
  private(set) var countedBytes = 0
  private var originator = StreamAssembler(.originator)
  private var responder = StreamAssembler(.responder)

  /// A conversation that is not looked at for the protocols whose bits are in `excluded`.
  init(_ flow: FlowIdentity, excluded: UInt64 = 0, _ limits: ConversationLimits) {
    reader = ConversationReader(flow, excluded: excluded, limits)
  }

  /// Takes a TCP segment, with or without payload.
  mutating func receive(
    _ payload: RawSpan,
    of packet: UnsafePointer<PacketHeaders>,
    _ placement: FlowPlacement,
    _ memory: inout ReassemblyMemory
  ) {
    let arrival = SegmentArrival(frame: packet.pointee.frame, time: packet.pointee.time)
    switch placement.direction {
    case .originator:
      Self.receive(
        payload,
        of: packet,
        placement,
        arrival,
        &originator,
        &responder,
        &reader,
        &memory
      )
    case .responder:
      Self.receive(
        payload,
        of: packet,
        placement,
        arrival,
        &responder,
        &originator,
        &reader,
        &memory
      )
    }
  }

  /// Takes a segment that has neither payload nor FIN and resets nothing, if all that it acknowledges
  /// was read; `false` if it has to be received.
  @inline(__always)
  mutating func take(acknowledgment placement: UnsafePointer<FlowPlacement>) -> Bool {
    guard originator.isStarted, responder.isStarted else { return false }
    return switch placement.pointee.direction {
    case .originator: responder.acknowledgeKnown(upTo: placement.pointee.acknowledged)
    case .responder: originator.acknowledgeKnown(upTo: placement.pointee.acknowledged)
    }
  }

  /// Takes a datagram.
  mutating func receive(datagram: RawSpan, _ placement: FlowPlacement, _ arrival: SegmentArrival) {
    reader.receive(datagram, from: placement.direction, arrival)
  }

  /// Ends the conversation with its flow.
  mutating func end(_ arrival: SegmentArrival, _ memory: inout ReassemblyMemory) {
    if reader.flow.transport == .tcp {
      originator.end(arrival, into: &reader, &memory)
      responder.end(arrival, into: &reader, &memory)
    }
    reader.finish(arrival)
  }

  /// Gives up what waits for earlier bytes: nothing more is read.
  mutating func release(_ memory: inout ReassemblyMemory) {
    originator.release(&memory)
    responder.release(&memory)
  }

  /// By how much what is kept has grown since it was last added up.
  mutating func takeGrowth() -> Int {
    let held = reader.heldBytes
    let growth = held &- countedBytes
    countedBytes = held
    return growth
  }

  /// Whether there is something to take.
  var hasFinished: Bool { !reader.finished.isEmpty || !reader.announcements.isEmpty }

  /// Hands what was finished since the last call to `body`.
  mutating func takeFinished(_ body: (ApplicationTransaction) -> Void) {
    guard !reader.finished.isEmpty else { return }
    for content in reader.finished {
      body(
        ApplicationTransaction(
          flow: reader.flow,
          client: reader.client,
          content: content,
          clientThinkTime: reader.clientThinkTime(before: content)
        )
      )
    }
    reader.finished.removeAll(keepingCapacity: reader.finished.capacity <= 8)
  }

  /// Takes what signalling in other flows said of this one's media.
  mutating func announce(_ media: FlowMedia?, _ generation: UInt32) {
    reader.announce(media, generation)
  }

  /// Hands the media that were announced since the last call to `body`.
  mutating func takeAnnouncements(_ body: (MediaAnnouncement) -> Void) {
    guard !reader.announcements.isEmpty else { return }
    for announcement in reader.announcements { body(announcement) }
    reader.announcements.removeAll()
  }

  private static func receive(
    _ payload: RawSpan,
    of packet: UnsafePointer<PacketHeaders>,
    _ placement: FlowPlacement,
    _ arrival: SegmentArrival,
    _ sender: inout StreamAssembler,
    _ receiver: inout StreamAssembler,
    _ reader: inout ConversationReader,
    _ memory: inout ReassemblyMemory
  ) {
    let length = Int(packet.pointee.payloadLength)
    if !sender.isStarted {
      if placement.marks.contains(.senderStart) {
        sender.start(at: 1)
      } else if length > 0 {
        reader.join(placement.direction)
      }
    }
    if !receiver.isStarted, placement.marks.contains(.receiverStart) { receiver.start(at: 1) }
    if length > 0 {
      sender.receive(
        payload,
        length: length,
        at: placement.sequence,
        arrival,
        into: &reader,
        &memory
      )
    }
    if packet.pointee.tcp.flags.contains(.fin) {
      let end = placement.sequence &+ Int64(length)
      sender.finish(at: end, arrival, into: &reader, &memory)
    }
    receiver.acknowledge(upTo: placement.acknowledged, arrival, into: &reader, &memory)
    if placement.isReset {
      sender.end(arrival, into: &reader, &memory)
      receiver.end(arrival, into: &reader, &memory)
    }
  }
}
