import Analysis
import CaptureFiles
import Packets
import Reports

/// An analysis that has run, with what reports need besides its summary.
struct AnalyzeOutcome {
  var summary: AnalysisSummary
  var files: [CaptureFacts]
  /// Encapsulations of the flows seen, by number.
  var paths: [PathID: EncapsulationPath]
  /// What people should know of what was written.
  var warnings: [String]
  /// The packets of the flows that matter most, for the page.
  var traces: [FlowTrace] = []
  /// The tables of the page, where one was asked for.
  var rows: ReportRows?
}
