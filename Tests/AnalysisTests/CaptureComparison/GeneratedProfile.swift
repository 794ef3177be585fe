import CaptureFiles
import Flows
import SampleCaptures
import TestSupport
import Testing

@testable import Analysis

/// A generated capture run through the pipeline.
struct GeneratedProfile {
  let profile: CaptureProfile
  let flows: [FlowRecord]

  init(_ workload: FaultWorkload, seed: UInt64) throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("generated.pcap")
    var bytes: [UInt8] = []
    var simulation = Simulation(workload, seed: seed)
    while let piece = simulation.next() { bytes += piece }
    try FileBytes.write(bytes, to: path)
    var options = AnalysisOptions()
    options.protocols = [.dns, .http, .tls]
    options.collectsFindings = false
    options.threads = 1
    var sink = CollectingProfileSink()
    _ = try CaptureAnalyzer(options: options).run(CaptureReader(path: path), into: &sink)
    profile = sink.profiles.profile
    flows = sink.flows
  }

  init(_ conditions: ServiceConditions, seed: UInt64) throws {
    try self.init(FaultWorkload(conditions, seed: seed), seed: seed)
  }

  init(fault name: String, seed: UInt64 = 1) throws {
    let scenario = try #require(FaultScenario.named(name))
    try self.init(scenario.workload(seed: seed), seed: seed)
  }
}

/// Keeps the flows besides the profile.
private struct CollectingProfileSink: AnalysisSink {
  var profiles = ProfileSink()
  var flows: [FlowRecord] = []

  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) {
    profiles.receive(flows: flows, paths: paths)
    self.flows += flows
  }

  mutating func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) {
    profiles.receive(transactions: transactions, paths: paths)
  }

  mutating func receive(events: ContiguousArray<FlowEvent>) {}
  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) {}
}
