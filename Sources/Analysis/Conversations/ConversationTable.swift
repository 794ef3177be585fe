import Flows
import Packets

/// The conversations of the flows that are alive.
///
/// A flow gets one with its first payload and loses it when it ends, or when no dissector knows what
/// it says.
struct ConversationTable: ~Copyable {
  private let limits: ConversationLimits
  /// Protocols that are not looked for, a bit for each.
  private let excluded: UInt64
  private var index = ConversationIndex()
  private var alive = 0
  /// Of what is not complete in all of them.
  private var heldBytes = 0
  private var memory: ReassemblyMemory
  private var read = ConversationCounters()
  private var media = MediaDirectory()
  private(set) var finished: ContiguousArray<ApplicationTransaction> = []

  init(protocols: Set<ApplicationProtocol>, limits: ConversationLimits) {
    self.limits = limits
    excluded = protocols.reduce(~0) { $0 & ~$1.bit }
    memory = ReassemblyMemory(limits: limits.reassembly)
  }

  deinit {
    index.visit { conversation in
      conversation.deinitialize(count: 1)
      conversation.deallocate()
    }
  }

  var counters: ConversationCounters {
    var counters = read
    counters.gaps = memory.gaps
    counters.missingBytes = memory.missingBytes
    counters.abandonedHoles = memory.overflows
    counters.forgottenMedia = media.forgotten
    return counters
  }

  /// Reads the payloads of a batch; `placements` says for each packet where it belongs.
  mutating func receive(
    _ batch: borrowing PacketBatch,
    _ placements: ContiguousArray<FlowPlacement>
  ) {
    batch.withBytes { bytes in
      batch.packets.withUnsafeBufferPointer { packets in
        placements.withUnsafeBufferPointer { placements in
          guard let first = packets.baseAddress, let places = placements.baseAddress,
            packets.count == placements.count
          else { return }
          for number in packets.indices where places[number].counts {
            let place = places + number
            switch index.find(place.pointee.flow) {
            case .ignored: continue
            case .conversation(let conversation):
              receive(first + number, place, conversation, bytes, batch)
            case .absent:
              guard let conversation = open(first + number, place.pointee) else { continue }
              receive(first + number, place, conversation, bytes, batch)
            }
          }
        }
      }
    }
  }

  /// Ends the conversation of a flow that has ended; the names of its protocols, with commas, if they
  /// are known.
  mutating func end(_ record: UnsafePointer<FlowRecord>) -> String? {
    let id = record.pointee.id
    guard case .conversation(let conversation) = index.find(id) else {
      index.remove(id)
      return nil
    }
    let arrival = SegmentArrival(frame: record.pointee.lastFrame, time: record.pointee.last)
    conversation.pointee.end(arrival, &memory)
    take(from: conversation)
    let service = conversation.pointee.reader.services
    close(conversation)
    index.remove(id)
    return service
  }

  /// Exchanges what was finished, once the caller has it, for the empty list `spent`.
  mutating func takeFinished(into spent: inout ContiguousArray<ApplicationTransaction>) {
    swap(&spent, &finished)
  }

  private mutating func open(
    _ packet: UnsafePointer<PacketHeaders>,
    _ placement: FlowPlacement
  ) -> UnsafeMutablePointer<Conversation>? {
    guard packet.pointee.payloadLength > 0, !packet.pointee.carriesTunnel,
      packet.pointee.transport == .tcp || packet.pointee.transport == .udp
    else { return nil }
    read.flows &+= 1
    guard alive < limits.conversations else {
      read.refused &+= 1
      index.set(placement.flow, nil)
      return nil
    }
    let conversation = UnsafeMutablePointer<Conversation>.allocate(capacity: 1)
    conversation.initialize(
      to: Conversation(FlowIdentity(packet.pointee, placement), excluded: excluded, limits)
    )
    index.set(placement.flow, conversation)
    alive += 1
    return conversation
  }

  private mutating func receive(
    _ packet: UnsafePointer<PacketHeaders>,
    _ placement: UnsafePointer<FlowPlacement>,
    _ conversation: UnsafeMutablePointer<Conversation>,
    _ bytes: RawSpan,
    _ batch: borrowing PacketBatch
  ) {
    if packet.pointee.payloadLength == 0 {
      // Every third segment.
      guard
        packet.pointee.tcp.flags.contains(.fin) || placement.pointee.isReset
          || !conversation.pointee.take(acknowledgment: placement)
      else { return }
      receive(packet, placement, conversation, payload: RawSpan())
    } else if packet.pointee.payloadReassembled {
      batch.withPayload(of: packet) { receive(packet, placement, conversation, payload: $0) }
    } else {
      let payload = batch.payload(of: packet, in: bytes)
      receive(packet, placement, conversation, payload: payload)
    }
    if conversation.pointee.hasFinished { take(from: conversation) }
    if isTooMuch(of: conversation) {
      read.abandoned &+= 1
      conversation.pointee.end(
        SegmentArrival(frame: packet.pointee.frame, time: packet.pointee.time),
        &memory
      )
      take(from: conversation)
      close(conversation)
      index.set(placement.pointee.flow, nil)
    } else if conversation.pointee.reader.isUnknown {
      close(conversation)
      index.set(placement.pointee.flow, nil)
    }
  }

  @inline(__always)
  private mutating func receive(
    _ packet: UnsafePointer<PacketHeaders>,
    _ placement: UnsafePointer<FlowPlacement>,
    _ conversation: UnsafeMutablePointer<Conversation>,
    payload: RawSpan
  ) {
    switch packet.pointee.transport {
    case .tcp:
      conversation.pointee.receive(payload, of: packet, placement.pointee, &memory)
    case _ where packet.pointee.payloadLength > 0:
      if media.generation != conversation.pointee.reader.mediaGeneration {
        conversation.pointee.announce(
          media.media(of: conversation.pointee.reader.flow),
          media.generation
        )
      }
      let arrival = SegmentArrival(frame: packet.pointee.frame, time: packet.pointee.time)
      conversation.pointee.receive(datagram: payload, placement.pointee, arrival)
    default: break
    }
  }

  /// Adds up what the conversation keeps; whether that is too much of what all may keep.
  private mutating func isTooMuch(of conversation: UnsafeMutablePointer<Conversation>) -> Bool {
    let growth = conversation.pointee.takeGrowth()
    guard growth != 0 else { return false }
    heldBytes &+= growth
    return growth > 0 && heldBytes > limits.heldBytes
      && conversation.pointee.countedBytes > limits.heldBytes / max(1, alive)
  }

  private mutating func take(from conversation: UnsafeMutablePointer<Conversation>) {
    conversation.pointee.takeFinished { finished.append($0) }
    conversation.pointee.takeAnnouncements { media.announce($0) }
  }

  private mutating func close(_ conversation: UnsafeMutablePointer<Conversation>) {
    if conversation.pointee.reader.service != nil { read.recognised &+= 1 }
    conversation.pointee.reader.addMalformedMessages(to: &read.malformedMessages)
    heldBytes &-= conversation.pointee.countedBytes
    conversation.pointee.release(&memory)
    conversation.deinitialize(count: 1)
    conversation.deallocate()
    alive -= 1
  }
}
