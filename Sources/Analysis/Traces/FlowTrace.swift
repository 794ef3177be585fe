/// The packets of one flow, or those of them that a graph needs.
package struct FlowTrace: Sendable {
  /// Number of the flow.
  package var flow: UInt64
  /// Packets that the flow had; more than there are points where some were left out.
  package var packets: UInt64
  /// In the order of the capture.
  package var points: ContiguousArray<TracePoint>
  /// What the points' `selectiveAck` refer to, from 1.
  package var selectiveAcks: [SelectiveAck]

  /// The selective acknowledgment of a point.
  package func selectiveAck(of point: TracePoint) -> SelectiveAck? {
    let place = Int(point.selectiveAck) - 1
    return selectiveAcks.indices.contains(place) ? selectiveAcks[place] : nil
  }
}
