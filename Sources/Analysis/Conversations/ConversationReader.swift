import Dissection
import Flows
import Packets

/// Reads what both sides of a flow say: finds out the protocol, then feeds its dissector.
struct ConversationReader: ~Copyable, StreamSink {
  /// The protocol, once it is known.
  private(set) var service: ApplicationProtocol?
  /// What follows the protocol in the same flow.
  private var successor: ConversationSuccessor?
  /// No dissector knows the protocol: nothing more needs to be read.
  private(set) var isUnknown = false
  /// What the dissector has finished and was not taken yet.
  var finished: [ApplicationContent] = []
  /// About how many bytes the dissector keeps of what is not complete.
  private var ownHeldBytes = 0
  private var opening: ConversationOpening?
  /// About how many bytes that keeps.
  private var openingBytes = 0
  private var dissector = ApplicationDissector.none
  /// The side that plays the client in the protocol.
  private(set) var client: FlowDirection = .originator
  private var pace = HTTPPace()
  /// What signalling said of the flow.
  private var media: FlowMedia?
  /// How many announcements there were when ``media`` was looked up.
  private(set) var mediaGeneration: UInt32 = 0
  /// Media of other flows that this one has told of, and that were not taken yet.
  var announcements: [MediaAnnouncement] = []
  private let excluded: UInt64
  private let limits: ConversationLimits
  /// How many protocols made room for this one.
  private let depth: Int

  let flow: FlowIdentity

  init(_ flow: FlowIdentity, excluded: UInt64, _ limits: ConversationLimits, depth: Int = 0) {
    self.flow = flow
    self.excluded = excluded
    self.limits = limits
    self.depth = depth
    opening = ConversationOpening(flow, excluded: excluded, limits)
  }

  /// Takes what is known of the flow's media after so many announcements.
  mutating func announce(_ media: FlowMedia?, _ generation: UInt32) {
    mediaGeneration = generation
    guard let media else { return }
    self.media = media
    expect(.rtp, client: .originator)
    dissector.announce(media, client: client)
    successor?.reader.announce(media, generation)
  }

  /// It was said elsewhere what will be spoken.
  mutating func expect(_ announced: ApplicationProtocol, client: FlowDirection) {
    opening?.expect(announced, client: client)
  }

  /// The first bytes of a side were not captured.
  mutating func join(_ direction: FlowDirection) { opening?.join(direction) }

  mutating func receive(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    if let verdict = opening?.receive(bytes, from: direction, arrival) {
      accept(verdict)
      openingBytes = opening?.heldBytes ?? 0
      // What did not tell is kept in the opening, where it is of use.
      guard case .recognised = verdict else { return }
    }
    take(.bytes, bytes, from: direction, arrival)
  }

  mutating func skip(_ count: Int64, from direction: FlowDirection, _ arrival: SegmentArrival) {
    if let verdict = opening?.skip(count, from: direction, arrival) {
      accept(verdict)
      openingBytes = opening?.heldBytes ?? 0
      return
    }
    take(.gap(count), RawSpan(), from: direction, arrival)
  }

  mutating func close(_ direction: FlowDirection, _ arrival: SegmentArrival) {
    if opening != nil {
      opening?.close(direction, arrival)
      openingBytes = opening?.heldBytes ?? 0
      return
    }
    take(.close, RawSpan(), from: direction, arrival)
  }

  /// The flow has ended.
  mutating func finish(_ arrival: SegmentArrival) {
    if let verdict = opening?.settle() {
      accept(verdict)
      openingBytes = 0
    }
    take(.finish, RawSpan(), from: .originator, arrival)
  }

  /// What the client took before a transaction that was finished; to be asked of all in their order.
  mutating func clientThinkTime(before content: ApplicationContent) -> Int64? {
    guard case .http(let transaction) = content else { return nil }
    return pace.clientThinkTime(before: transaction.value)
  }

  private mutating func accept(_ verdict: ConversationOpening.Verdict) {
    switch verdict {
    case .undecided: return
    case .unknown:
      isUnknown = true
      opening = nil
    case .recognised(let application, let client):
      self.client = client
      service = application
      dissector = application.dissector(of: flow)
      if let media { dissector.announce(media, client: client) }
      let portions = opening?.portions ?? []
      opening = nil
      for portion in portions {
        take(portion.step, portion.bytes.span.bytes, from: portion.direction, portion.arrival)
      }
    }
  }

  /// The same of all protocols of the flow.
  ///
  /// It is asked for every packet, and `mutating` lest the reader be copied for it.
  var heldBytes: Int {
    mutating get {
      let held = ownHeldBytes &+ openingBytes
      guard let successor else { return held }
      return held &+ successor.reader.heldBytes
    }
  }

  /// Adds the messages that could not be read, for all protocols of the flow.
  func addMalformedMessages(to counts: inout [ApplicationProtocol: UInt64]) {
    if let service, dissector.malformedMessages > 0 {
      counts[service, default: 0] &+= dissector.malformedMessages
    }
    successor?.reader.addMalformedMessages(to: &counts)
  }

  /// The protocols in the order in which they were recognised, as Zeek names them.
  var services: String? {
    guard let service else { return nil }
    guard let inner = successor?.reader.services else { return service.name }
    let names = inner.split(separator: ",").filter { $0 != service.name }
    return ([service.name[...]] + names).joined(separator: ",")
  }

  /// Hands what is no longer of the protocol to the one that follows it.
  private mutating func handOver(
    _ handOver: HandOver?,
    _ step: ApplicationDissector.Step,
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    if case .bytes = step, handOver?.offset == bytes.byteCount { return }
    if successor == nil, let handOver, step.hasContent, depth < ConversationLimits.handOvers {
      successor = ConversationSuccessor(
        handOver.successor,
        of: flow,
        server: client.reversed,
        excluded: excluded,
        limits,
        depth: depth + 1
      )
      successor?.reader.announce(media, mediaGeneration)
    }
    guard let successor, !successor.reader.isUnknown else { return }
    switch step {
    case .bytes:
      guard let handOver else { return }
      successor.reader.receive(bytes.extracting(handOver.offset...), from: direction, arrival)
    case .gap(let count):
      guard handOver != nil else { return }
      successor.reader.skip(count, from: direction, arrival)
    case .close: successor.reader.close(direction, arrival)
    case .finish: successor.reader.finish(arrival)
    }
    announcements += successor.reader.announcements
    successor.reader.announcements.removeAll()
    guard !successor.reader.finished.isEmpty else { return }
    finished += successor.reader.finished
    successor.reader.finished.removeAll()
  }

  private mutating func take(
    _ step: ApplicationDissector.Step,
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    let handOver = dissector.take(
      step,
      bytes,
      from: direction == client ? .client : .server,
      at: Moment(frame: arrival.frame, time: arrival.time.nanoseconds),
      into: &finished,
      &ownHeldBytes
    )
    if service == .sip { announcements += dissector.takeAnnouncements() }
    if handOver != nil || successor != nil {
      self.handOver(handOver, step, bytes, from: direction, arrival)
    }
  }
}
