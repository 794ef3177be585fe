import CaptureFiles
import Flows
import Packets

/// The first half of the work: reads records and decodes their headers.
struct DecodeStage<Source: RecordSource & ~Copyable & Sendable>: ~Copyable, Sendable {
  private var source: Source
  private var decoding: FrameDecoding

  init(_ source: consuming Source, options: AnalysisOptions) {
    self.source = source
    decoding = FrameDecoding(options: options)
  }

  var facts: CaptureFacts { source.facts }
  var files: [CaptureFacts] { source.files }
  var accumulator: AnalysisAccumulator { decoding.accumulator }
  var pathOverflowCount: UInt64 { decoding.pathOverflowCount }

  /// The summary of what this stage and another have counted.
  func finish(with other: AnalysisAccumulator) -> AnalysisSummary {
    var accumulator = decoding.accumulator
    accumulator.merge(other)
    var summary = accumulator.finish(captures: files, interfaces: facts.interfaces) {
      decoding.path($0)
    }
    summary.bounds.indistinctPathPackets = pathOverflowCount
    return summary
  }

  /// Counts the flows of a batch that comes back after the end of the capture.
  mutating func count(_ batch: inout PacketBatch) {
    decoding.count(&batch.finished)
    batch.spent.removeAll(keepingCapacity: batch.spent.capacity <= Self.keptTransactions)
  }

  private static var keptTransactions: Int { 4096 }

  /// Fills a batch with the next frames; `false` at the end of the capture.
  mutating func fill(_ batch: inout PacketBatch) throws(CaptureFileError) -> Bool {
    count(&batch)
    guard try source.read(into: &batch.records) else { return false }
    batch.firstFrame = decoding.frame + 1
    decoding.decode(batch.records, into: &batch.packets, &batch.reassembled)
    FlowLookup.make(for: batch.packets, into: &batch.lookups)
    batch.newPaths = decoding.newPaths()
    batch.progress = AnalysisProgress(source.facts, packets: decoding.frame)
    return true
  }
}

extension AnalysisProgress {
  fileprivate init(_ facts: borrowing CaptureFacts, packets: UInt64) {
    bytesRead = facts.bytesRead
    bytesTotal = facts.fileSize
    self.packets = packets
  }
}
