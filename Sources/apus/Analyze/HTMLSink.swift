import Analysis
import Flows
import Reports

/// Fills the tables of the page of `--html`.
final class HTMLSink: ReportSink {
  var paths = SeenPaths()
  private(set) var rows = ReportRows()

  func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) { rows.append(flows) }

  func receive(transactions: ContiguousArray<ApplicationTransaction>, paths: PathNames) {
    rows.append(transactions)
  }
}
