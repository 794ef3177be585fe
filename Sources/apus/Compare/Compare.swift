import Analysis
import ArgumentParser
import CaptureFiles
import Reports

/// `apus compare`: says what has changed between two captures of the same services.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what has changed between two captures of the same services.",
    discussion: """
      A service is an address and port that was asked for something. A difference counts as a \
      change when both captures have enough samples, chance rarely makes it, and it is large \
      enough to matter; comparison.md of the documentation has the rules.

      \(ExitStatus.discussion(findings: "something is worse, with --fail-on regression"))
      """
  )

  @Argument(
    help: "The capture before the change; - is standard input, for one of them.",
    completion: .file()
  )
  var before: String

  @Argument(
    help: "The capture after the change; - is standard input, for one of them.",
    completion: .file()
  )
  var after: String

  @OptionGroup var filter: FilterArguments

  @Flag(help: "Search for further packets behind damage.")
  var recover = false

  @Flag(help: "Write the comparison as one JSON document.")
  var json = false

  @Option(
    help: ArgumentHelp(
      "Application protocols to read: all, none, or names with commas; tls is ssl, too.",
      valueName: "names"
    )
  )
  var protocols = ProtocolSelection(protocols: [.dns, .http, .tls])

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write to this file.", valueName: "file"),
    completion: .file()
  )
  var output: String?

  @Option(help: ArgumentHelp("Exit with status 3 if something is worse.", valueName: "what"))
  var failOn: ComparisonFailure?

  @Option(
    help: ArgumentHelp(
      "1, or 2 to decode in a thread ahead; the result is the same for any number.",
      valueName: "count"
    )
  )
  var threads = 2

  func validate() throws {
    guard threads >= 1 else { throw ValidationError("--threads has to be at least 1.") }
    guard before != "-" || after != "-" else {
      throw ValidationError("Standard input (-) can be given once only.")
    }
  }

  func run() throws {
    try Diagnostics.reporting {
      let target = try OutputTarget(path: output, inputs: [before, after])
      let report = ComparisonReport(
        program: "apus \(Apus.version)",
        before: try profile(before),
        after: try profile(after)
      )
      try Diagnostics.untilClosed { try write(report, to: target.descriptor) }
      try target.commit()
      let isDamaged = Diagnostics.sayDamage(of: [report.before.facts, report.after.facts])
      if failOn != nil, report.comparison.isRegression { throw ExitStatus.findings }
      if isDamaged { throw ExitStatus.damaged }
    }
  }

  private func write(_ report: ComparisonReport, to descriptor: Int32) throws {
    if json {
      _ = try ComparisonDocument(report).write(to: ByteWriter(descriptor: descriptor))
    } else {
      var writer = ByteWriter(descriptor: descriptor)
      let options = TextOptions(descriptor: descriptor, environment: Environment.value)
      ComparisonText(report, options: options).write(to: &writer)
      try writer.flush()
    }
  }

  private func profile(_ path: String) throws -> ComparedCapture {
    let bar = ProgressBar(sharesTerminal: false)
    defer { bar.clear() }
    var limits = CaptureLimits()
    limits.recovers = recover
    var options = AnalysisOptions()
    options.filter = try filter.parsed()
    options.protocols = protocols.protocols
    options.collectsSeries = false
    options.collectsFindings = false
    options.threads = threads
    var sink = ProfileSink()
    let outcome = try CaptureAnalyzer(options: options)
      .run(MergedReader(paths: [path], limits: limits), into: &sink) { bar.show($0) }
    return ComparedCapture(
      facts: outcome.summary.captures.first ?? outcome.facts,
      profile: sink.profile,
      packets: outcome.summary.totals.packets
    )
  }
}

/// What `--fail-on` takes in a comparison.
enum ComparisonFailure: String, CaseIterable, ExpressibleByArgument {
  case regression
}
