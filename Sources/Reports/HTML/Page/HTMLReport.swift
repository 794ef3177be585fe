package import Analysis
internal import Dispatch
internal import Packets
internal import Synchronization

/// An analysis as one HTML page that needs nothing else: no network, no other file, no program but a
/// browser (`apus analyze --html`); `docs/report-format.md`.
package struct HTMLReport {
  /// zlib's level: 6 takes twice as long for 5 %, 9 seven times for 7 %.
  private static let level: Int32 = 1

  private let document: AnalysisDocument
  private let rows: ReportRows
  private let traces: [FlowTrace]
  private let assets: PageAssets

  package init(
    _ document: AnalysisDocument,
    rows: consuming ReportRows,
    traces: [FlowTrace],
    assets: PageAssets
  ) {
    self.document = document
    self.rows = rows
    self.traces = traces
    self.assets = assets
  }

  /// Writes the page, compressing with up to `threads` threads.
  package consuming func write(to output: consuming ByteWriter, threads: Int) throws {
    let page = HTMLPage(context: document.context, assets: assets)
    let sections = try Self.sections(document, rows, traces, threads: threads)
    _ = try page.write(sections, to: output)
  }

  /// A part of the page's data before it is compressed.
  private enum Source: Sendable {
    case document(AnalysisDocument)
    case table(ReportTable)
    case trace(FlowTrace, start: Int64)

    var name: String {
      switch self {
      case .document: "document"
      case .table(let table): table.name
      case .trace(let trace, _): "trace-\(trace.flow)"
      }
    }

    func compressed() throws -> [UInt8] {
      switch self {
      case .document(let document):
        try Deflate.compress(try document.write(to: ByteWriter()), level: HTMLReport.level)
      case .table(let table): try Deflate.compress(table.bytes, level: HTMLReport.level)
      case .trace(let trace, let start):
        try Deflate.compress(
          TraceColumns(trace).table(of: trace, start: start).bytes,
          level: HTMLReport.level
        )
      }
    }
  }

  private static func sections(
    _ document: AnalysisDocument,
    _ rows: consuming ReportRows,
    _ traces: [FlowTrace],
    threads: Int
  ) throws -> [HTMLPage.Section] {
    let start = document.summary.totals.first?.nanoseconds ?? 0
    let tables = rows.tables(start: start, traced: Set(traces.map(\.flow)))
    // The longest ones first: what is begun last should not take long.
    let sources =
      tables.map { Source.table($0) } + traces.map { .trace($0, start: start) }
      + [.table(.listing(traces, start: start)), .document(document)]
    let results = Mutex<[Int: Result<[UInt8], any Error>]>([:])
    let next = Atomic(0)
    // What each becomes does not depend on which thread does it.
    DispatchQueue.concurrentPerform(iterations: min(max(threads, 1), sources.count)) { _ in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < sources.count else { return }
        let result = Result { try sources[place].compressed() }
        results.withLock { $0[place] = result }
      }
    }
    let compressed = results.withLock { $0 }
    return try sources.enumerated().compactMap { place, source in
      try compressed[place].map { HTMLPage.Section(name: source.name, content: try $0.get()) }
    }
  }
}
