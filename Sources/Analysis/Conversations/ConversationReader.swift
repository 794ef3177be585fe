import Dissection
import Flows
import Packets

/// Reads what both sides of a flow say: finds out the protocol, then feeds its dissector.
struct ConversationReader: ~Copyable, StreamSink {
  /// The protocol, once it is known.
  private(set) var service: ApplicationProtocol?
  /// No dissector knows the protocol: nothing more needs to be read.
  private(set) var isUnknown = false
  /// What the dissector has finished and was not taken yet.
  var finished: [ApplicationContent] = []
  private var opening: ConversationOpening?
  private var dissector = ApplicationDissector.none
  private var client: FlowDirection = .originator

  let flow: FlowIdentity

  init(_ flow: FlowIdentity, excluded: UInt64, _ limits: ConversationLimits) {
    self.flow = flow
    opening = ConversationOpening(flow, excluded: excluded, limits)
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
      // What did not tell is kept in the opening, where it is of use.
      guard case .recognised = verdict else { return }
    }
    take(.bytes, bytes, from: direction, arrival)
  }

  mutating func skip(_ count: Int64, from direction: FlowDirection, _ arrival: SegmentArrival) {
    if let verdict = opening?.skip(count, from: direction, arrival) {
      accept(verdict)
      return
    }
    take(.gap(count), RawSpan(), from: direction, arrival)
  }

  mutating func close(_ direction: FlowDirection, _ arrival: SegmentArrival) {
    if opening != nil {
      opening?.close(direction, arrival)
      return
    }
    take(.close, RawSpan(), from: direction, arrival)
  }

  /// The flow has ended.
  mutating func finish(_ arrival: SegmentArrival) {
    if let verdict = opening?.settle() { accept(verdict) }
    take(.finish, RawSpan(), from: .originator, arrival)
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
      let portions = opening?.portions ?? []
      opening = nil
      for portion in portions {
        take(portion.step, portion.bytes.span.bytes, from: portion.direction, portion.arrival)
      }
    }
  }

  private mutating func take(
    _ step: ApplicationDissector.Step,
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    dissector.take(
      step,
      bytes,
      from: direction == client ? .client : .server,
      at: Moment(frame: arrival.frame, time: arrival.time.nanoseconds),
      into: &finished
    )
  }
}
