import CaptureFiles
import SampleCaptures
import TestSupport

@testable import Analysis

/// A scenario's capture in a file that goes with it, and what was found in it.
struct FaultCapture {
  let path: String
  private let directory: TemporaryDirectory

  init(_ scenario: FaultScenario, seed: UInt64) throws {
    directory = try TemporaryDirectory()
    path = directory.file("\(scenario.name)-\(seed).pcap")
    var bytes: [UInt8] = []
    var simulation = Simulation(scenario.workload(seed: seed), seed: seed)
    while let piece = simulation.next() { bytes += piece }
    try FileBytes.write(bytes, to: path)
  }

  func findings(protocols: Bool = true) throws -> [Finding] {
    var options = AnalysisOptions()
    options.threads = 1
    if !protocols { options.protocols = [] }
    var sink = EventCollector()
    return try CaptureAnalyzer(options: options).run(CaptureReader(path: path), into: &sink)
      .summary.findings
  }
}
