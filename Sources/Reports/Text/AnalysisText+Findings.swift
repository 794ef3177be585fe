internal import Analysis

extension AnalysisText {
  /// What is wrong, worst first: what was seen, what to do, and a display filter of Wireshark.
  func putFindings(to page: inout TextPage) {
    let shown = summary.findings.prefix(Self.shownFindings)
    page.section("Findings", Wording.counted(UInt64(summary.findings.count), "finding"))
    for finding in shown {
      page.blank()
      put(finding, to: &page)
    }
    let further = UInt64(summary.findings.count - shown.count) + summary.bounds.unlistedFindings
    if further > 0 {
      page.blank()
      page.paragraph("and \(Wording.count(further)) more", indent: TextPage.labelWidth)
    }
  }

  private func put(_ finding: Finding, to page: inout TextPage) {
    let style = page.style
    page.put(
      finding.rule.title,
      label: "  " + finding.severity.rawValue,
      labelStyle: { style.severity($0, finding.severity) },
      indent: TextPage.labelWidth,
      contentStyle: style.bold
    )
    page.paragraph(finding.seen.visible, indent: TextPage.labelWidth)
    page.paragraph(finding.advice.visible, bullet: "→ ", indent: TextPage.labelWidth + 2)
    let frames = finding.evidence.frames
    guard !frames.isEmpty else { return }
    let named = FindingEvidence(frames: Array(frames.prefix(Self.shownFrames)))
    let all = finding.evidence.frameCount
    let part =
      all > UInt64(named.frames.count)
      ? "Wireshark (\(named.frames.count) of \(Wording.count(all)) frames): " : "Wireshark: "
    page.put(
      part + named.displayFilter,
      label: "",
      indent: TextPage.labelWidth,
      contentStyle: style.dim
    )
  }
}
