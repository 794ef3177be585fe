internal import Analysis
internal import CaptureFiles
internal import Flows
internal import Packets

/// A comparison for the terminal: what became worse first, then better, then what came and went.
package struct ComparisonText {
  private let report: ComparisonReport
  private let options: TextOptions
  /// Services without a change, and hosts and services of one capture alone, that are named.
  static let shownNames = 10

  package init(_ report: ComparisonReport, options: TextOptions = TextOptions()) {
    self.report = report
    self.options = options
  }

  /// Puts the text into an output.
  package func write(to output: inout ByteWriter) { output.put(text) }

  package var text: String {
    var page = TextPage(options)
    page.section("Before", Self.headline(report.before))
    page.section("After", Self.headline(report.after))
    page.blank()
    putVerdict(to: &page)
    for service in report.comparison.services where service.verdict.isChange {
      page.blank()
      put(service, to: &page)
    }
    putUnchanged(to: &page)
    putPresence(to: &page)
    putBounds(to: &page)
    return page.text
  }

  private static func headline(_ capture: ComparedCapture) -> String {
    let profile = capture.profile
    let parts = [
      Wording.counted(capture.packets, "packet"), Wording.counted(profile.flows, "flow"),
      Wording.time(profile.duration),
    ]
    return "\(capture.facts.name.visible) (\(parts.joined(separator: ", ")))"
  }

  private func putVerdict(to page: inout TextPage) {
    let comparison = report.comparison
    let (worse, better) = (comparison.measures(.worse), comparison.measures(.better))
    let parts = Wording.list([(UInt64(worse), "worse"), (UInt64(better), "better")])
    let severity: Severity = worse > 0 ? .warning : .ok
    let text =
      parts.isEmpty
      ? "none: no difference is both more than chance and large enough to matter" : parts
    let style = page.style
    page.put(
      text,
      label: "Changes",
      labelStyle: { style.severity(style.bold($0), severity) },
      indent: TextPage.labelWidth
    )
  }

  private func put(_ service: ServiceComparison, to page: inout TextPage) {
    let flows = "\(Wording.count(service.before.flows)) and \(Wording.count(service.after.flows))"
    page.line("  " + page.style.bold(service.name) + ": \(flows) flows")
    for change in service.changes where change.verdict.isChange {
      page.line(Self.row(change, page.style))
      page.line(page.style.dim("            \(change.basis)"))
    }
  }

  /// Widths of the columns before and after, which hold the longest rates and times.
  private static let valueWidth = 13
  private static let titleWidth = 31

  private static func row(_ change: MeasureChange, _ style: TextStyle) -> String {
    let columns = change.columns
    let verdict = "    " + change.verdict.rawValue.padded(to: 8)
    let severity: Severity = change.verdict == .worse ? .warning : .ok
    return style.severity(verdict, severity)
      + columns[0].padded(to: titleWidth) + columns[1].padded(to: valueWidth, isRight: true)
      + " → " + columns[2].padded(to: valueWidth, isRight: true) + "  " + columns[3]
  }

  private func putUnchanged(to page: inout TextPage) {
    let services = report.comparison.services.filter { $0.presence == .both }
    let unchanged = services.filter { $0.verdict == .unchanged }
    let unknown = services.filter { $0.verdict == .tooFew }
    guard !unchanged.isEmpty || !unknown.isEmpty else { return }
    page.blank()
    if !unchanged.isEmpty { page.section("No change", Self.names(unchanged.map(\.name))) }
    if !unknown.isEmpty { page.section("Too few", Self.names(unknown.map(\.name))) }
  }

  private func putPresence(to page: inout TextPage) {
    let comparison = report.comparison
    let sections: [(String, Presence)] = [("Gone", .onlyBefore), ("New", .onlyAfter)]
    var isFirst = true
    for (label, presence) in sections {
      let services = comparison.services.filter { $0.presence == presence }.map(\.name)
      let hosts = comparison.hosts.filter { $0.presence == presence }.map(\.address.text)
      for (noun, names) in [("service", services), ("host", hosts)] where !names.isEmpty {
        if isFirst { page.blank() }
        isFirst = false
        let count = Wording.counted(UInt64(names.count), noun)
        page.section(label, "\(count): \(Self.names(names))")
      }
    }
  }

  private func putBounds(to page: inout TextPage) {
    let comparison = report.comparison
    let profiles = [report.before.profile, report.after.profile]
    let parts = Wording.list([
      (comparison.undecidedServices, "services not known to be new or gone"),
      (comparison.undecidedHosts, "hosts not known to be new or gone"),
      (profiles.reduce(0) { $0 + $1.undirectedFlows }, "flows whose server is unknown"),
    ])
    guard !parts.isEmpty else { return }
    page.blank()
    page.section("Left out", parts)
  }

  private static func names(_ names: [String]) -> String {
    let shown = names.prefix(shownNames).joined(separator: ", ")
    return names.count > shownNames ? "\(shown) and \(names.count - shownNames) more" : shown
  }
}

extension ServiceComparison {
  /// `TCP 203.0.113.10:80 (http)`.
  fileprivate var name: String {
    let address = service.address
    let host = address.map { $0.isIPv4 ? $0.text : "[\($0.text)]" } ?? "*"
    let transport = "\(service.transport.name)".uppercased()
    return "\(transport) \(host):\(service.port)" + (application.map { " (\($0))" } ?? "")
  }
}

extension String {
  /// The text with spaces up to a number of columns.
  fileprivate func padded(to width: Int, isRight: Bool = false) -> String {
    let padding = String(repeating: " ", count: max(0, width - columns))
    return isRight ? padding + self : self + padding
  }
}
