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
    if !context.hasFindings {
      page.section("Findings", "not looked for (--no-findings)")
      page.blank()
    } else if !summary.findings.isEmpty {
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
    let parts = summary.bounds.turnedAway
    guard !parts.isEmpty else { return }
    page.blank()
    let words = Wording.list(parts.map { ($0.count, $0.words) })
    page.section("Bounds", words + ": a bound of the analysis turned them away.")
  }

  private func putNext(_ steps: [NextSteps.Step], to page: inout TextPage) {
    page.section("Next", "")
    for step in steps {
      page.paragraph(step.purpose, indent: 2)
      page.line("    " + page.style.bold(step.command))
    }
  }
}
