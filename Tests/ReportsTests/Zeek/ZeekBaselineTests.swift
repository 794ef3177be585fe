import Analysis
import CaptureFiles
import Flows
import Packets
import Reports
import TestSupport
import Testing

/// Our `conn.log` of Zeek's own test captures against the logs that Zeek's tests expect.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct ZeekBaselineTests {
  @Test(arguments: ZeekBaseline.all)
  func connectionsEqualZeeksButForNamedDifferences(_ baseline: ZeekBaseline) throws {
    let ours = try Self.connections(of: baseline)
    let found = ZeekComparison(theirs: try baseline.log().rows, ours: ours).differences
    let expected = baseline.differences.flatMap(\.lines)
    for line in found where !expected.contains(line) { Issue.record("\(line)") }
    for line in expected where !found.contains(line) { Issue.record("no longer: \(line)") }
  }

  /// The rows of our `conn.log`, in the order of their first packets.
  private static func connections(of baseline: ZeekBaseline) throws -> [[String: String]] {
    var options = AnalysisOptions()
    options.threads = 1
    options.verifiesChecksums = !baseline.ignoresChecksums
    var sink = FlowCollector()
    _ = try CaptureAnalyzer(options: options).run(
      CaptureReader(path: Corpus.path(for: baseline.capture)),
      into: &sink
    )
    var log = ConnLog(ByteWriter(), format: .tsv)
    for flow in sink.flows.sorted(by: { $0.id < $1.id }) {
      try log.write(flow, path: EncapsulationPath())
    }
    try log.finish()
    return ZeekLog(String(decoding: log.takeBytes(), as: UTF8.self)).rows
  }
}
