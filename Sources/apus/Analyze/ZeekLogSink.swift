import Analysis
import Flows
import Reports

/// Writes Zeek's logs into a folder.
final class ZeekLogSink: ReportSink {
  var paths = SeenPaths()
  private let logs: ZeekLogs
  var wantsEvents: Bool { true }

  var warnings: [String] {
    guard logs.leftOutWeirds > 0 else { return [] }
    let count = Quantity.count(logs.leftOutWeirds).text
    return ["weird.log leaves out \(count) events: too many connections or hosts have some"]
  }

  init(_ folder: ZeekLogFolder, format: ZeekLogFormat, seed: UInt64) {
    logs = ZeekLogs(format: format, seed: seed) { try folder.open($0) }
  }

  func receive(flows: ContiguousArray<FlowRecord>, paths names: PathNames) throws {
    paths.note(flows, names)
    for index in flows.indices { try logs.receive(flows[index], path: names[flows[index].path]) }
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

  func finish() throws { try logs.finish() }
}
