import Analysis
import CaptureFiles
import Flows
import Packets
import Reports
import TestSupport

/// The EVE output of a capture.
final class EveOfCapture: AnalysisSink {
  private var lines = EveLines(ByteWriter())

  func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws {
    for index in flows.indices { try lines.write(flows[index], path: paths[flows[index].path]) }
  }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {
    for transaction in transactions {
      try lines.write(transaction, path: paths[transaction.flow.path])
    }
  }

  func receive(events: ContiguousArray<FlowEvent>) throws {}
  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {}

  static func events(of capture: String) throws -> [JSONValue] {
    var sink = EveOfCapture()
    let reader = try CaptureReader(path: Corpus.path(for: capture))
    _ = try CaptureAnalyzer().run(reader, into: &sink)
    return try sink.lines.takeBytes().split(separator: UInt8(ascii: "\n"))
      .map { try JSONValue(Array($0)) }
  }
}

extension JSONValue {
  var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }
}
