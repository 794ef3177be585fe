import Analysis
import CaptureFiles
import Flows

/// Keeps what the applications of a capture did.
struct TransactionCollector: AnalysisSink {
  private(set) var transactions: [ApplicationTransaction] = []

  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws {}
  mutating func receive(events: ContiguousArray<FlowEvent>) throws {}
  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {}

  mutating func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {
    self.transactions += transactions
  }

  static func transactions(of path: String) throws -> [ApplicationTransaction] {
    var collector = TransactionCollector()
    _ = try CaptureAnalyzer().run(CaptureReader(path: path), into: &collector)
    return collector.transactions
  }
}
