package import Flows

/// Makes the profile of a capture while it is analysed.
package struct ProfileSink: AnalysisSink {
  package private(set) var profile = CaptureProfile()

  package init() {}

  package mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) {
    for index in flows.indices { profile.add(flows[index]) }
  }

  package mutating func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) {
    for transaction in transactions { profile.add(transaction) }
  }

  package mutating func receive(events: ContiguousArray<FlowEvent>) {}
  package mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) {}
}
