import Analysis
import CaptureFiles
import Flows
import Packets
import Reports
import TestSupport

/// All of Zeek's logs of a capture, in memory.
final class ZeekLogsOfCapture: AnalysisSink {
  private let logs: ZeekLogs

  private init(_ format: ZeekLogFormat) { logs = ZeekLogs(format: format) { _ in ByteWriter() } }

  func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws {
    for index in flows.indices { try logs.receive(flows[index], path: paths[flows[index].path]) }
  }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {
    for transaction in transactions { try logs.receive(transaction) }
  }

  func receive(events: ContiguousArray<FlowEvent>) throws {
    for event in events { logs.receive(event) }
  }

  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {}

  /// The text of each log that has a line.
  static func text(
    of capture: String,
    format: ZeekLogFormat = .tsv,
    ignoresChecksums: Bool = false
  ) throws -> [ZeekLogName: String] {
    var options = AnalysisOptions()
    options.threads = 1
    options.collectsEvents = true
    options.verifiesChecksums = !ignoresChecksums
    var sink = ZeekLogsOfCapture(format)
    let path = Corpus.path(for: capture)
    _ = try CaptureAnalyzer(options: options).run(CaptureReader(path: path), into: &sink)
    try sink.logs.finish()
    return sink.logs.takeBytes().mapValues { String(decoding: $0, as: UTF8.self) }
  }
}
