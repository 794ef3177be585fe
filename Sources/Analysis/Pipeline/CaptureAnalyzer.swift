package import CaptureFiles
import Dispatch
import Packets
import Synchronization

/// Runs a capture through decoding, flows and statistics.
package struct CaptureAnalyzer: Sendable {
  private let options: AnalysisOptions

  package init(options: AnalysisOptions = AnalysisOptions()) { self.options = options }

  /// Analyses everything that `source` has; flows, events and verdicts go to `sink` as they come.
  ///
  /// - Throws: what the source or the sink throws. Damage inside a capture is not an error: it is
  ///   in the facts.
  package func run<Source: RecordSource & ~Copyable & Sendable, Sink: AnalysisSink>(
    _ source: consuming Source,
    into sink: inout Sink,
    progress: (AnalysisProgress) -> Void = { _ in }
  ) throws -> AnalysisOutcome {
    let stage = DecodeStage(source, options: options)
    return options.threads > 1
      ? try runAhead(stage, into: &sink, progress: progress)
      : try runAlone(stage, into: &sink, progress: progress)
  }

  private func runAlone<Source: RecordSource & ~Copyable & Sendable, Sink: AnalysisSink>(
    _ stage: consuming DecodeStage<Source>,
    into sink: inout Sink,
    progress: (AnalysisProgress) -> Void
  ) throws -> AnalysisOutcome {
    var decoding = stage
    var flows = FlowStage(options: options)
    var batch = PacketBatch()
    // A batch is read while its bytes are at hand, but what was found waits for the sink as long as
    // with two threads, so that everything comes in the same order.
    var waiting = Array(repeating: BatchResults(), count: BatchRing.batches)
    var number = 0
    while try decoding.fill(&batch) {
      swap(&batch.results, &waiting[number])
      batch.progression = .read
      try flows.take(&batch, into: &sink)
      progress(batch.progress)
      decoding.complete(&batch)
      swap(&batch.results, &waiting[number])
      number = (number + 1) % BatchRing.batches
    }
    for step in 0..<BatchRing.batches {
      swap(&batch.results, &waiting[(number + step) % BatchRing.batches])
      batch.progression = .read
      try flows.deliver(batch, into: &sink)
    }
    try flows.finish(&decoding.reading, into: &sink)
    return Self.outcome(decoding, &flows)
  }

  private func runAhead<Source: RecordSource & ~Copyable & Sendable, Sink: AnalysisSink>(
    _ stage: consuming DecodeStage<Source>,
    into sink: inout Sink,
    progress: (AnalysisProgress) -> Void
  ) throws -> AnalysisOutcome {
    let reader = DecodeThread(stage)
    var flows = FlowStage(options: options)
    var batch: PacketBatch? = PacketBatch()
    do {
      while reader.ring.take(&batch) {
        guard var filled = batch.take() else { break }
        try flows.take(&filled, into: &sink)
        progress(filled.progress)
        batch = consume filled
        reader.ring.giveBack(&batch)
      }
    } catch {
      reader.cancel()
      throw error
    }
    var decoding = try reader.join()
    try reader.ring.takeAll { batch in
      decoding.complete(&batch)
      try flows.deliver(batch, into: &sink)
    }
    try flows.finish(&decoding.reading, into: &sink)
    return Self.outcome(decoding, &flows)
  }

  private static func outcome<Source: RecordSource & ~Copyable & Sendable>(
    _ decoding: borrowing DecodeStage<Source>,
    _ flows: inout FlowStage
  ) -> AnalysisOutcome {
    var summary = decoding.finish(with: flows.accumulator)
    summary.bounds.unreadFlows = decoding.reading.counters.refused
    summary.bounds.uncountedSegments = decoding.reading.uncountedSegments
    summary.bounds.forgottenMedia = decoding.reading.counters.forgottenMedia
    summary.bounds.abandonedConversations = decoding.reading.counters.abandoned
    summary.bounds.abandonedHoles = decoding.reading.counters.abandonedHoles
    summary.applications?.malformedMessages = decoding.reading.counters.malformedMessages
    flows.conclude(into: &summary)
    return AnalysisOutcome(
      summary: summary,
      facts: decoding.facts,
      flowCounters: flows.counters,
      traces: flows.traces(for: summary)
    )
  }
}
