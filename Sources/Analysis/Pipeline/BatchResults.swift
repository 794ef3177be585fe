import Flows

/// What became known of a batch once all of its packets were read.
struct BatchResults: Sendable {
  /// Flows that ended with it, complete.
  var flows: ContiguousArray<FlowRecord> = []
  /// What applications did, as far as it was complete; that of a flow comes before the flow.
  var transactions: ContiguousArray<ApplicationTransaction> = []

  private static let kept = 4096

  /// Forgets them, and keeps their room.
  mutating func clear() {
    // One silence may end hundreds of thousands of flows: their room is not kept.
    flows.removeAll(keepingCapacity: flows.capacity <= Self.kept)
    transactions.removeAll(keepingCapacity: transactions.capacity <= Self.kept)
  }
}
