package import Flows

/// Puts Wireshark's verdicts beside Apus' events, frame by frame.
///
/// Events of a frame have to be given before its verdict; they are kept only until then.
package struct WiresharkComparison {
  private var events: [UInt64: [FlowEvent]] = [:]

  package init() {}

  /// Takes the events of a batch of frames.
  package mutating func receive(_ batch: ContiguousArray<FlowEvent>) {
    for event in batch { events[event.frame, default: []].append(event) }
  }

  /// The difference on a frame, or `nil` where both say the same.
  package mutating func compare(
    frame: UInt64,
    _ verdict: WiresharkVerdict
  ) -> WiresharkDifference? {
    let said = events.removeValue(forKey: frame) ?? []
    let kinds = Set(said.map(\.kind))
    var wireshark: WiresharkFlags = []
    var apus: Set<FlowEventKind> = []
    for topic in WiresharkTopic.all {
      let flags = verdict.flags.intersection(topic.flags)
      let own = kinds.intersection(topic.kinds)
      if flags.isEmpty != own.isEmpty {
        wireshark.formUnion(flags)
        apus.formUnion(own)
      }
    }
    guard !wireshark.isEmpty || !apus.isEmpty else { return nil }
    // What the segment is explains what it is not.
    if !wireshark.isEmpty { apus.formUnion(kinds.intersection(WiresharkTopic.segmentKinds)) }
    return WiresharkDifference(
      frame: frame,
      stream: verdict.stream,
      wireshark: wireshark,
      apus: said.filter { apus.contains($0.kind) },
      explanation: Self.explanation(wireshark, apus)
    )
  }

  /// Forgets the events of frames that got no verdict; called after the verdicts of a batch.
  package mutating func endBatch() { events.removeAll(keepingCapacity: true) }
}
