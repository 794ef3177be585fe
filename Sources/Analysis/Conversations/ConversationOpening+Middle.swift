import Dissection
import Flows
import Packets

extension ConversationOpening {
  /// Bytes of a datagram that are kept to judge the next one by.
  private static let earlierBytes = 16

  /// Bytes from the middle of a stream may be those of a message's start: they can tell what the
  /// protocol is, but not what it is not.
  mutating func tryMiddle(_ bytes: RawSpan, from direction: FlowDirection) -> Verdict {
    var verdict = Verdict.undecided
    visitCandidates { candidate in
      switch candidate.recognise(bytes, after: RawSpan(), over: .tcp) {
      case .yes(let role):
        verdict = recognised(candidate, role, direction)
        return false
      default:
        return true
      }
    }
    guard case .undecided = verdict else { return verdict }
    attemptsLeft -= 1
    return attemptsLeft > 0 ? .undecided : settle()
  }

  /// A datagram tells by itself, or together with the one before it.
  mutating func tryDatagram(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) -> Verdict {
    let earlier = start(of: direction)
    var verdict = Verdict.undecided
    var mayBe = false
    visitCandidates { candidate in
      switch candidate.recognise(bytes, after: earlier.span.bytes, over: .udp) {
      case .yes(let role):
        verdict = recognised(candidate, role, direction)
        return false
      case .needsMore where candidate == usual:
        // A datagram that the capture cut.
        verdict = .recognised(candidate, client: usualClient)
        return false
      case .needsMore, .likely: mayBe = true
      case .no: break
      }
      return true
    }
    guard case .undecided = verdict else { return verdict }
    attemptsLeft -= 1
    guard attemptsLeft > 0 else { return .unknown }
    if mayBe { keepDatagram(bytes, from: direction, arrival) }
    return .undecided
  }

  private mutating func keepDatagram(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    let kept = bytes.withUnsafeBytes { Array($0.prefix(limit)) }
    let start = Array(kept.prefix(Self.earlierBytes))
    switch direction {
    case .originator: starts.originator = start
    case .responder: starts.responder = start
    }
    guard portions.reduce(kept.count, { $0 + $1.bytes.count }) <= limit else { return }
    append(Portion(direction: direction, step: .bytes, bytes: kept, arrival: arrival))
  }
}
