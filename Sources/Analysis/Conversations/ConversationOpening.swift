import Dissection
import Flows
import Packets

/// The beginning of a stream whose protocol is not known yet.
///
/// Content decides: a protocol is ruled out when the first bytes of either side are not of it. The
/// port decides only where content cannot, because the bytes that would tell were not captured.
struct ConversationOpening {
  /// What became known of the protocol.
  enum Verdict {
    case undecided
    case recognised(ApplicationProtocol, client: FlowDirection)
    case unknown
  }

  /// No more portions are kept than would be of this size on average.
  private static let bytesPerPortion = 16

  /// Something that one side did before the protocol was known.
  struct Portion {
    var direction: FlowDirection
    var step: ApplicationDissector.Step
    var bytes: [UInt8] = []
    var arrival: SegmentArrival
  }

  /// What an array takes beside its elements.
  private static let arrayHead = 32

  /// What came so far, in the order of its coming.
  private(set) var portions: [Portion] = []
  /// About how many bytes it takes.
  private(set) var heldBytes = 0
  var starts: (originator: [UInt8], responder: [UInt8]) = ([], [])
  private let candidates: [ApplicationProtocol]
  /// Protocols that a side has ruled out, a bit for each.
  private var ruledOut: UInt64
  /// The protocol that is usual at one of the ports, or that was announced.
  private(set) var usual: ApplicationProtocol?
  private(set) var usualClient: FlowDirection
  private let isDatagrams: Bool
  let limit: Int
  /// Sides whose first bytes were not captured.
  private var isJoined = (originator: false, responder: false)
  var attemptsLeft: Int

  init(_ flow: FlowIdentity, excluded: UInt64, _ limits: ConversationLimits) {
    ruledOut = excluded
    isDatagrams = flow.transport != .tcp
    candidates = ApplicationProtocol.all(over: flow.transport)
    let atResponder = candidates.first { $0.isUsual(at: flow.responder.port) }
    usual = atResponder ?? candidates.first { $0.isUsual(at: flow.originator.port) }
    usualClient = atResponder == nil ? .responder : .originator
    limit = limits.openingBytes
    attemptsLeft = limits.attempts
  }

  /// It was said elsewhere what the flow will carry; who the client is, where both begin alike.
  mutating func expect(_ announced: ApplicationProtocol, client: FlowDirection) {
    guard candidates.contains(announced) else { return }
    usual = announced
    usualClient = client
  }

  /// The first bytes of a side were not captured: what comes of it is from the middle.
  mutating func join(_ direction: FlowDirection) {
    switch direction {
    case .originator: isJoined.originator = true
    case .responder: isJoined.responder = true
    }
  }

  /// Looks at the next bytes of a side; unless they decide, they are kept.
  mutating func receive(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) -> Verdict {
    if isDatagrams { return tryDatagram(bytes, from: direction, arrival) }
    if hasJoined(direction) { return tryMiddle(bytes, from: direction) }
    let start = start(of: direction)
    let verdict: Verdict
    if start.isEmpty {
      verdict = judge(bytes, from: direction)
    } else {
      let longer = start + bytes.withUnsafeBytes { Array($0.prefix(limit)) }
      verdict = judge(longer.span.bytes, from: direction)
    }
    guard case .undecided = verdict else { return verdict }
    return keep(bytes, from: direction, arrival)
  }

  /// A gap in a side that was not recognised: if its first bytes fit the protocol of the port, that
  /// is what it is.
  mutating func skip(
    _ count: Int64,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) -> Verdict {
    let fitted = !start(of: direction).isEmpty
    join(direction)
    append(Portion(direction: direction, step: .gap(count), arrival: arrival))
    guard fitted || portions.count > limit / Self.bytesPerPortion else { return .undecided }
    let verdict = settle()
    if fitted, case .unknown = verdict { return .undecided }
    return verdict
  }

  mutating func close(_ direction: FlowDirection, _ arrival: SegmentArrival) {
    append(Portion(direction: direction, step: .close, arrival: arrival))
  }

  /// Nothing more comes, or no more is kept: the port decides if content has not ruled it out.
  func settle() -> Verdict {
    guard let usual, !isDatagrams, !isRuledOut(usual) else { return .unknown }
    return .recognised(usual, client: usualClient)
  }

  private mutating func judge(_ start: RawSpan, from direction: FlowDirection) -> Verdict {
    var verdict = Verdict.unknown
    var ruledOut = ruledOut
    var likely: Verdict?
    var likelyCount = 0
    visitCandidates { candidate in
      switch candidate.recognise(start, after: RawSpan(), over: .tcp) {
      case .yes(let role):
        verdict = recognised(candidate, role, direction)
        return false
      case .likely(let role):
        likely = recognised(candidate, role, direction)
        likelyCount += 1
        verdict = .undecided
      case .needsMore: verdict = .undecided
      case .no: ruledOut |= candidate.bit
      }
      return true
    }
    self.ruledOut = ruledOut
    if case .undecided = verdict, likelyCount == 1, let likely { return likely }
    return verdict
  }

  /// The verdict on a side that plays a part in a protocol.
  func recognised(
    _ candidate: ApplicationProtocol,
    _ role: Role,
    _ direction: FlowDirection
  ) -> Verdict {
    if candidate.isSymmetric {
      return .recognised(candidate, client: candidate == usual ? usualClient : .originator)
    }
    return .recognised(candidate, client: role == .client ? direction : direction.reversed)
  }

  /// Shows `body` the protocols that are left, the usual one first, until it returns `false`.
  func visitCandidates(_ body: (ApplicationProtocol) -> Bool) {
    if let usual, !isRuledOut(usual), !body(usual) { return }
    for candidate in candidates
    where candidate != usual && !isRuledOut(candidate) && !candidate.isWeaklyRecognised {
      if !body(candidate) { return }
    }
  }

  private func isRuledOut(_ candidate: ApplicationProtocol) -> Bool {
    ruledOut & candidate.bit != 0
  }

  private mutating func keep(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) -> Verdict {
    let held = starts.originator.count + starts.responder.count
    guard held + bytes.byteCount <= limit, portions.count <= limit / Self.bytesPerPortion
    else { return settle() }
    let kept = bytes.withUnsafeBytes { Array($0) }
    switch direction {
    case .originator: starts.originator += kept
    case .responder: starts.responder += kept
    }
    append(Portion(direction: direction, step: .bytes, bytes: kept, arrival: arrival))
    return .undecided
  }

  mutating func append(_ portion: Portion) {
    portions.append(portion)
    // Bytes are kept twice: as they came, and at the start of their side.
    let bytes = portion.bytes.isEmpty ? 0 : Self.arrayHead + 2 * portion.bytes.count
    heldBytes += MemoryLayout<Portion>.stride + bytes
  }

  func start(of direction: FlowDirection) -> [UInt8] {
    direction == .originator ? starts.originator : starts.responder
  }

  private func hasJoined(_ direction: FlowDirection) -> Bool {
    direction == .originator ? isJoined.originator : isJoined.responder
  }
}
