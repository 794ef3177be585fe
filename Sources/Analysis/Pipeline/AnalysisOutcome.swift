package import CaptureFiles
package import Flows

/// The end of an analysis: its summary and what is known of the files and the engine's bounds.
package struct AnalysisOutcome: Sendable {
  package var summary: AnalysisSummary
  /// Facts of the capture as a whole (of all files, where there were several).
  package var facts: CaptureFacts
  package var flowCounters: FlowCounters
  /// The packets of the flows that matter most, most important first, where they were recorded.
  package var traces: [FlowTrace] = []
}
