/// What became known of an earlier packet of the flow.
package struct SegmentCorrection: Sendable {
  package var frame: UInt64
  /// `nil`: the packet is ordinary.
  package var mark: SegmentMark?

  init?(_ event: FlowEvent) {
    switch event.kind {
    case .reclassified:
      guard let segment = UInt8(exactly: event.value).flatMap(SegmentClass.init(rawValue:)) else {
        return nil
      }
      mark = SegmentMark(segment)
    case .confirmedSpurious: mark = .spurious
    default: return nil
    }
    frame = event.relatedFrame
  }
}
