import Analysis
import ArgumentParser
import CaptureFiles
import Names
import Reports

/// `apus analyze`: reads captures and says what happened in them.
struct Analyze: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a capture holds, how good it is, and what is wrong in it.",
    discussion: """
      Without --flows, --transactions, --events, --eve or --explain-difference a summary is written. \
      One of these takes its place on standard output; with -o FILE it goes there, and the summary \
      is written as well. --zeek-logs and --html go with all \
      of them.

      \(ExitStatus.discussion(findings: "findings reach the severity given with --fail-on"))
      """
  )

  @OptionGroup var captures: OptionalCaptureArguments
  @OptionGroup var filter: FilterArguments
  @OptionGroup var names: NameArguments

  @Flag(help: "Write the summary as one JSON document.")
  var json = false

  @Option(help: ArgumentHelp("Write every flow.", valueName: "format"))
  var flows: FlowFormat?

  @Option(
    help: ArgumentHelp(
      "Write everything that applications did: DNS, HTTP, TLS and more.",
      discussion: "Query strings of URLs are written as they are, passwords in them included.",
      valueName: "format"
    )
  )
  var transactions: TransactionFormat?

  @Option(
    help: ArgumentHelp(
      "Write every notable TCP segment and ICMP error, by these rules.",
      valueName: "rules"
    )
  )
  var events: EventRules?

  @Option(help: ArgumentHelp("How --events writes (default: json).", valueName: "format"))
  var eventsFormat: EventFormat?

  @Flag(help: "Write each packet on which Apus and Wireshark 4.0 differ, and why.")
  var explainDifference = false

  @Option(
    help: ArgumentHelp(
      """
      Application protocols to read: all, none, or names with commas; tls is ssl, too. Flows then \
      name their service.
      """,
      discussion: """
        Without it none are read; with --transactions, --zeek-logs, --eve or --html all.
        """,
      valueName: "names"
    )
  )
  var protocols: ProtocolSelection?

  @Option(
    help: ArgumentHelp(
      "Write Zeek's logs into this folder: conn, dns, http, ssl, x509 and weird.",
      discussion: """
        Logs that an earlier run has left in it are replaced, or removed where there is nothing to \
        list; a folder with logs of anybody else is refused.
        """,
      valueName: "folder"
    ),
    completion: .directory
  )
  var zeekLogs: String?

  @Option(help: ArgumentHelp("How --zeek-logs writes (default: tsv).", valueName: "format"))
  var zeekFormat: ZeekFormat?

  @Flag(help: "Write flows and what applications did as Suricata's EVE events.")
  var eve = false

  @Option(
    help: ArgumentHelp(
      "Write a report for the browser: one page that needs no network and no other file.",
      discussion: """
        Goes with everything else. It holds addresses, names, URLs with their query strings, and \
        when which packet was sent, but no content.
        """,
      valueName: "file"
    ),
    completion: .file(extensions: ["html"])
  )
  var html: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Exit with status 3 if anything is at least this severe.",
      valueName: "severity"
    )
  )
  var failOn: FailureLevel?

  @Option(
    help: ArgumentHelp(
      "1, or 2 to decode in a thread ahead; the result is the same for any number.",
      valueName: "count"
    )
  )
  var threads = 2

  @Option(
    help: ArgumentHelp(
      """
      How many of the worst connections the summary lists (default: \
      \(AnalysisAccumulator.defaultWorstLimit)); the text at most 5.
      """,
      valueName: "count"
    )
  )
  var top: Int?

  @Flag(inversion: .prefixedNo, help: "Look for what is wrong; without, the summary is quicker.")
  var findings = true

  @Flag(help: "List the rules of findings with their thresholds (with --json for programs).")
  var listFindings = false

  func run() throws {
    if listFindings { return try Diagnostics.reporting { try writeRules() } }
    try Diagnostics.reporting {
      let names = try self.names.open(needsVendors: json || html != nil)
      let inputs = captures.files + names.files
      let folder = try zeekLogs.map {
        try ZeekLogFolder(path: $0, inputs: inputs, outputs: [output, html].compactMap(\.self))
      }
      let target = try OutputTarget(path: output, inputs: inputs)
      let page = try html.map { try OutputTarget(path: $0, inputs: inputs) }
      if let page { try checkApart(page, target) }
      var outcome = try analyze(into: target, folder, NameSource(names))
      if let page, let rows = outcome.rows.take() {
        try Diagnostics.untilClosed {
          try write(rows, outcome, NameSource(names), to: page.descriptor)
        }
      }
      if let place = summaryDescriptor(target, page) {
        try Diagnostics.untilClosed { try writeSummary(outcome, NameSource(names), to: place) }
      }
      // Files get their names when nothing can fail any more but this.
      try target.commit()
      try page?.commit()
      try folder?.commit()
      for warning in outcome.warnings { Diagnostics.say("warning: \(warning)") }
      if let failure = names.failure { Diagnostics.say("warning: \(failure)") }
      try exit(after: outcome)
    }
  }

  var hasStream: Bool {
    flows != nil || transactions != nil || events != nil || eve || explainDifference
  }

  /// Where the summary goes; nowhere if a stream or the page takes its place on standard output.
  private func summaryDescriptor(_ target: OutputTarget, _ page: OutputTarget?) -> Int32? {
    if hasStream, target.descriptor == 1 { return nil }
    let place = hasStream ? 1 : target.descriptor
    return place == 1 && page?.descriptor == 1 ? nil : place
  }

  /// The page and the other output are not to be one file.
  private func checkApart(_ page: OutputTarget, _ target: OutputTarget) throws {
    let sharesStandardOutput = page.descriptor == 1 && target.descriptor == 1 && hasStream
    guard sharesStandardOutput || page.isSameFile(as: target) else { return }
    throw OutputTarget.WrittenTwice(path: html ?? "-")
  }

  var worstLimit: Int { top ?? AnalysisAccumulator.defaultWorstLimit }

  /// What `--protocols` names; else what the outputs that were asked for need.
  var readProtocols: Set<ApplicationProtocol> {
    if let protocols { return protocols.protocols }
    let needsAll = transactions != nil || zeekLogs != nil || eve || html != nil
    return (needsAll ? ProtocolSelection.all : .none).protocols
  }

  private func writeRules() throws {
    let target = try OutputTarget(path: output, inputs: [])
    var writer = ByteWriter(descriptor: target.descriptor)
    if json {
      _ = try RuleList.writeJSON(program: "apus \(Apus.version)", to: writer)
    } else {
      let options = TextOptions(descriptor: target.descriptor, environment: Environment.value)
      RuleList(options: options).write(to: &writer)
      try writer.flush()
    }
    try target.commit()
  }

  private func exit(after outcome: AnalyzeOutcome) throws {
    let isDamaged = Diagnostics.sayDamage(of: outcome.files)
    if let failOn, outcome.summary.severity >= failOn.severity { throw ExitStatus.findings }
    if isDamaged { throw ExitStatus.damaged }
  }
}
