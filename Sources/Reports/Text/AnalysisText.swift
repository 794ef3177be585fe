package import Analysis

/// The terminal summary of an analysis: the capture, how far it can be trusted, what TCP did, the
/// worst connections, and what to do next.
package struct AnalysisText {
  let summary: AnalysisSummary
  let context: AnalysisContext
  let options: TextOptions
  /// Worst connections that are shown; the rest is counted.
  package static let shownConnections = 5
  /// Findings that are shown, and frames that the filter of each names.
  static let shownFindings = 5
  static let shownFrames = 12
  /// Reasons shown of each.
  static let shownReasons = 3

  package init(
    _ summary: AnalysisSummary,
    context: AnalysisContext,
    options: TextOptions = TextOptions()
  ) {
    self.summary = summary
    self.context = context
    self.options = options
  }

  /// Puts the summary into an output.
  package func write(to output: inout ByteWriter) { output.put(text) }

  package var text: String {
    var page = TextPage(options)
    if !summary.findings.isEmpty {
      putFindings(to: &page)
      page.blank()
    }
    putCapture(to: &page)
    page.blank()
    putQuality(to: &page)
    if summary.tcp.connections > 0 {
      page.blank()
      putTCP(to: &page)
    }
    if let applications = summary.applications, !applications.counts.isEmpty {
      page.blank()
      putApplications(applications, to: &page)
    }
    if !summary.worst.isEmpty {
      page.blank()
      putWorst(to: &page)
    }
    putBounds(to: &page)
    let steps = NextSteps(summary, context: context).steps
    if !steps.isEmpty {
      page.blank()
      putNext(steps, to: &page)
    }
    return page.text
  }

  private func putBounds(to page: inout TextPage) {
    let bounds = summary.bounds
    guard !bounds.isEmpty else { return }
    page.blank()
    let parts: [(UInt64, String)] = [
      (bounds.evictedFlows, "flows closed early"),
      (bounds.droppedFragments, "fragments not reassembled"),
      (bounds.tooDeepPackets, "packets nested too deep"),
      (bounds.indistinctPathPackets, "packets on paths not told apart"),
      (bounds.unreadFlows, "flows whose payloads were not read"),
      (bounds.abandonedConversations, "conversations not read to their end"),
      (bounds.forgottenMedia, "places of announced media forgotten"),
    ]
    page.section("Bounds", Wording.list(parts) + ": a bound of the analysis turned them away.")
  }

  private func putNext(_ steps: [NextSteps.Step], to page: inout TextPage) {
    page.section("Next", "")
    for step in steps {
      page.paragraph(step.purpose, indent: 2)
      page.line("    " + page.style.bold(step.command))
    }
  }
}
