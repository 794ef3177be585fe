import Analysis
import ArgumentParser
import CaptureFiles
import Reports

extension Analyze {
  /// Runs the analysis; the stream that was asked for goes to `target` meanwhile.
  func analyze(into target: OutputTarget, _ names: NameSource) throws -> AnalyzeOutcome {
    let writer = ByteWriter(descriptor: target.descriptor)
    if let flows {
      switch flows {
      case .json: return try run(FlowSink(FlowLines(writer, names: names)))
      case .csv: return try run(FlowSink(FlowTable(writer)))
      case .zeek: return try run(FlowSink(ConnLog(writer, format: .tsv)))
      case .zeekJSON: return try run(FlowSink(ConnLog(writer, format: .json)))
      }
    }
    switch transactions {
    case .json?: return try run(TransactionSink(TransactionLines(writer)))
    case .csv?: return try run(TransactionSink(TransactionTable(writer)))
    case nil: break
    }
    switch (events, eventsFormat ?? .json) {
    case (.apus, .json): return try run(EventSink(EventLines(writer)))
    case (.apus, .csv): return try run(EventSink(EventTable(writer)))
    case (.wireshark, .json): return try run(WiresharkSink(WiresharkLines(writer)))
    case (.wireshark, .csv): return try run(WiresharkSink(WiresharkTable(writer)))
    case (nil, _): break
    }
    if eve { return try run(EveSink(writer)) }
    if explainDifference { return try run(DifferenceSink(writer)) }
    return try run(SummarySink())
  }

  /// Runs the analysis into a sink, and into Zeek's logs where they were asked for.
  private func run(_ sink: some ReportSink) throws -> AnalyzeOutcome {
    guard let zeekLogs else { return try runAlone(sink) }
    let folder = try ZeekLogFolder(path: zeekLogs, inputs: captures.files)
    let logs = ZeekLogSink(folder, format: zeekFormat?.format ?? .tsv)
    let outcome = try runAlone(PairedSink(sink, logs))
    try folder.commit()
    return outcome
  }

  private func runAlone(_ sink: some ReportSink) throws -> AnalyzeOutcome {
    let bar = ProgressBar(sharesTerminal: hasStream && output == nil)
    defer { bar.clear() }
    var options = AnalysisOptions()
    options.filter = try filter.parsed()
    options.collectsEvents = sink.wantsEvents
    options.followsWireshark = sink.wantsVerdicts
    options.worstLimit = top
    options.protocols = readProtocols
    options.collectsSeries = json
    options.collectsFindings = findings && (!hasStream || output != nil || failOn != nil)
    options.threads = threads
    var receiver = sink
    let outcome = try CaptureAnalyzer(options: options)
      .run(captures.open(), into: &receiver) { bar.show($0) }
    try sink.finish()
    return AnalyzeOutcome(
      summary: outcome.summary,
      files: outcome.summary.captures,
      paths: sink.paths.known
    )
  }

  func writeSummary(
    _ outcome: AnalyzeOutcome,
    _ names: NameSource,
    to descriptor: Int32
  ) throws {
    let context = AnalysisContext(
      program: "apus \(Apus.version)",
      captures: outcome.files,
      paths: outcome.paths,
      streamsMatchWireshark: outcome.paths.isEmpty && outcome.files.count == 1
        && filter.filter == nil,
      isFiltered: filter.filter != nil,
      names: names
    )
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
}
