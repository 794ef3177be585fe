import Dissection
import Packets

extension FindingEvidence {
  /// Adds the frame of a moment, and the flow that it was in.
  mutating func add(_ moment: Moment, of flow: FlowIdentity? = nil) {
    add(frame: moment.frame, at: Timestamp(nanoseconds: moment.time))
    if let flow { add(FindingFlow(flow)) }
  }
}

extension FindingEvidence {
  /// Nanoseconds from the first to the last time it was seen.
  var duration: Int64 {
    guard let times else { return 0 }
    return max(0, times.upperBound.nanoseconds(since: times.lowerBound))
  }
}

extension FindingEvidence {
  /// Adds what other evidence shows.
  mutating func add(_ other: FindingEvidence) {
    let known = frames + other.frames
    let both = [times, other.times].compactMap { $0 }
    let ids = Set(flows.map(\.id))
    let newFlows = other.flows.filter { !ids.contains($0.id) }
    let ends = (both.map(\.lowerBound).min(), both.map(\.upperBound).max())
    var span: ClosedRange<Timestamp>?
    if let first = ends.0, let last = ends.1 { span = first...last }
    self = FindingEvidence(
      frames: known,
      frameCount: frameCount + other.frameCount - UInt64(known.count - Set(known).count),
      flows: flows + newFlows,
      flowCount: flowCount + other.flowCount - UInt64(other.flows.count - newFlows.count),
      times: span
    )
  }
}
