import CaptureFiles
import Flows
import Packets

/// The first part of the work: reads records and decodes their headers.
///
/// It has the last part with it, which is done on the same thread.
struct DecodeStage<Source: RecordSource & ~Copyable & Sendable>: ~Copyable, Sendable {
  private var source: Source
  private var decoding: FrameDecoding
  var reading: ReadingStage

  init(_ source: consuming Source, options: AnalysisOptions) {
    self.source = source
    decoding = FrameDecoding(options: options)
    reading = ReadingStage(options: options)
  }

  var facts: CaptureFacts { source.facts }
  var files: [CaptureFacts] { source.files }
  var accumulator: AnalysisAccumulator { decoding.accumulator }
  var pathOverflowCount: UInt64 { decoding.pathOverflowCount }

  /// The summary of what this stage and another have counted.
  func finish(with other: AnalysisAccumulator) -> AnalysisSummary {
    var accumulator = decoding.accumulator
    accumulator.merge(other)
    accumulator.add(reading.protocols)
    var summary = accumulator.finish(captures: files, interfaces: facts.interfaces) {
      decoding.path($0)
    }
    summary.bounds.indistinctPathPackets = pathOverflowCount
    return summary
  }

  /// Reads what the packets of a batch say that comes back from the flow stage, and counts the flows
  /// that ended with it.
  mutating func complete(_ batch: inout PacketBatch) {
    if reading.take(&batch) { decoding.count(batch.results.flows) }
  }

  /// Completes a batch that comes back and fills it with the next frames; `false` at the end of the
  /// capture.
  mutating func fill(_ batch: inout PacketBatch) throws(CaptureFileError) -> Bool {
    complete(&batch)
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
