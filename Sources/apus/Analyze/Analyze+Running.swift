import Analysis
import ArgumentParser
import CaptureFiles
import Reports

extension Analyze {
  /// Runs the analysis; the stream that was asked for goes to `target` meanwhile, Zeek's logs to
  /// their folder.
  func analyze(
    into target: OutputTarget,
    _ folder: ZeekLogFolder?,
    _ names: NameSource
  ) throws -> AnalyzeOutcome {
    let source = try StartedCapture(captures.open())
    let seed = source.seed
    let writer = ByteWriter(descriptor: target.descriptor)
    if let flows {
      switch flows {
      case .json: return try run(source, FlowSink(FlowLines(writer, names: names)), folder)
      case .csv: return try run(source, FlowSink(FlowTable(writer)), folder)
      case .zeek:
        return try run(source, FlowSink(ConnLog(writer, format: .tsv, seed: seed)), folder)
      case .zeekJSON:
        return try run(source, FlowSink(ConnLog(writer, format: .json, seed: seed)), folder)
      }
    }
    switch transactions {
    case .json?: return try run(source, TransactionSink(TransactionLines(writer)), folder)
    case .csv?: return try run(source, TransactionSink(TransactionTable(writer)), folder)
    case nil: break
    }
    switch (events, eventsFormat ?? .json) {
    case (.apus, .json): return try run(source, EventSink(EventLines(writer)), folder)
    case (.apus, .csv): return try run(source, EventSink(EventTable(writer)), folder)
    case (.wireshark, .json): return try run(source, WiresharkSink(WiresharkLines(writer)), folder)
    case (.wireshark, .csv): return try run(source, WiresharkSink(WiresharkTable(writer)), folder)
    case (nil, _): break
    }
    if eve { return try run(source, EveSink(EveLines(writer, seed: seed)), folder) }
    if explainDifference { return try run(source, DifferenceSink(writer), folder) }
    return try run(source, SummarySink(), folder)
  }

  /// Runs the analysis into a sink, and into Zeek's logs where they were asked for.
  private func run(
    _ source: consuming StartedCapture,
    _ sink: some ReportSink,
    _ folder: ZeekLogFolder?
  ) throws -> AnalyzeOutcome {
    let sink = StreamSink(sink, goesOn: folder != nil || failOn != nil || html != nil)
    guard let folder else { return try runWithReport(source, sink) }
    let logs = ZeekLogSink(folder, format: zeekFormat?.format ?? .tsv, seed: source.seed)
    return try runWithReport(source, PairedSink(sink, logs))
  }

  /// Runs the analysis into a sink, and into the tables of the page where one was asked for.
  private func runWithReport(
    _ source: consuming StartedCapture,
    _ sink: some ReportSink
  ) throws -> AnalyzeOutcome {
    guard html != nil else { return try runAlone(source, sink) }
    let report = HTMLSink()
    var outcome = try runAlone(source, PairedSink(sink, report))
    outcome.rows = report.rows
    return outcome
  }

  private func runAlone(
    _ source: consuming StartedCapture,
    _ sink: some ReportSink
  ) throws -> AnalyzeOutcome {
    let bar = ProgressBar(sharesTerminal: hasStream && output == nil)
    defer { bar.clear() }
    var options = AnalysisOptions()
    options.filter = try filter.parsed()
    options.collectsEvents = sink.wantsEvents
    options.followsWireshark = sink.wantsVerdicts
    options.worstLimit = worstLimit
    options.protocols = readProtocols
    options.collectsSeries = json || html != nil
    options.collectsFindings =
      findings && (!hasStream || output != nil || failOn != nil || html != nil)
    options.recordsTraces = html != nil
    options.threads = threads
    var receiver = sink
    let outcome = try CaptureAnalyzer(options: options)
      .run(source, into: &receiver) { bar.show($0) }
    try sink.finish()
    return AnalyzeOutcome(
      summary: outcome.summary,
      files: outcome.summary.captures,
      paths: sink.paths.known,
      warnings: sink.warnings,
      traces: outcome.traces
    )
  }

  func writeSummary(
    _ outcome: AnalyzeOutcome,
    _ names: NameSource,
    to descriptor: Int32
  ) throws {
    let context = context(of: outcome, names)
    if json {
      _ = try AnalysisDocument(outcome.summary, context: context)
        .write(to: ByteWriter(descriptor: descriptor))
    } else {
      var writer = ByteWriter(descriptor: descriptor)
      let options = TextOptions(descriptor: descriptor, environment: Environment.value)
      AnalysisText(outcome.summary, context: context, options: options).write(to: &writer)
      try writer.flush()
    }
  }

  /// Writes the page of `--html`.
  func write(
    _ rows: ReportRows,
    _ outcome: AnalyzeOutcome,
    _ names: NameSource,
    to descriptor: Int32
  ) throws {
    let document = AnalysisDocument(outcome.summary, context: context(of: outcome, names))
    try HTMLReport(document, rows: rows, traces: outcome.traces, assets: .embedded)
      .write(to: ByteWriter(descriptor: descriptor), threads: threads)
  }

  private func context(of outcome: AnalyzeOutcome, _ names: NameSource) -> AnalysisContext {
    AnalysisContext(
      program: "apus \(Apus.version)",
      captures: outcome.files,
      paths: outcome.paths,
      streamsMatchWireshark: outcome.paths.isEmpty && outcome.files.count == 1
        && filter.filter == nil,
      isFiltered: filter.filter != nil,
      readingOptions: (captures.recover ? ["--recover"] : [])
        + (filter.filter.map { ["--filter", $0] } ?? []),
      hasFindings: findings,
      names: names
    )
  }
}
