import CaptureFiles
import Packets

/// The first half of the work: reads records, decodes their headers, filters and counts packets.
struct DecodeStage<Source: RecordSource & ~Copyable & Sendable>: ~Copyable, Sendable {
  private var source: Source
  private var decoder: PacketDecoder
  private var filter: PacketFilter?
  private var frame: UInt64 = 0
  private var lastTime = Timestamp(nanoseconds: 0)
  private var knownPaths = 1
  private(set) var accumulator: AnalysisAccumulator

  init(_ source: consuming Source, options: AnalysisOptions) {
    self.source = source
    decoder = PacketDecoder(verifyingChecksums: options.verifiesChecksums)
    filter = options.filter
    accumulator = AnalysisAccumulator(worstLimit: options.worstLimit)
  }

  var facts: CaptureFacts { source.facts }
  var files: [CaptureFacts] { source.files }
  var fragmentCounters: FragmentCounters { decoder.fragmentCounters }

  /// Fills a batch with the next frames; `false` at the end of the capture.
  mutating func fill(_ batch: inout PacketBatch) throws(CaptureFileError) -> Bool {
    batch.packets.removeAll(keepingCapacity: true)
    guard try source.read(into: &batch.records) else { return false }
    batch.firstFrame = frame + 1
    decode(batch.records, into: &batch.packets)
    batch.newPaths = newPaths()
    batch.progress = source.progress
    batch.progress.packets = frame
    return true
  }

  private mutating func decode(
    _ records: borrowing RecordBatch,
    into packets: inout ContiguousArray<PacketHeaders>
  ) {
    for index in records.records.indices {
      let record = records.records[index]
      frame += 1
      let first = packets.count
      let context = FrameContext(
        frame: frame,
        time: time(of: record),
        wireLength: record.originalLength,
        interface: record.interface,
        linkType: LinkType(rawValue: record.linkType)
      )
      records.withBytes { bytes in
        let end = record.offset + Int(record.capturedLength)
        decoder.decode(bytes.extracting(record.offset..<end), of: context, into: &packets)
      }
      if filter != nil, !passes(first..<packets.count, of: packets) {
        packets.removeSubrange(first...)
        continue
      }
      for level in first..<packets.count { accumulator.add(packets[level]) }
    }
  }

  /// The record's time; that of the one before it where the file has none.
  private mutating func time(of record: CaptureRecord) -> Timestamp {
    if record.hasTime { lastTime = Timestamp(nanoseconds: record.nanoseconds) }
    return lastTime
  }

  private mutating func passes(
    _ range: Range<Int>,
    of packets: ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard var filter = filter.take() else { return true }
    defer { self.filter = filter }
    return filter.matches(packets, in: range) { decoder.path($0) }
  }

  private mutating func newPaths() -> [EncapsulationPath] {
    guard decoder.pathCount > knownPaths else { return [] }
    defer { knownPaths = decoder.pathCount }
    return (knownPaths..<decoder.pathCount).map {
      decoder.path(PathID(rawValue: UInt32(truncatingIfNeeded: $0)))
    }
  }
}

extension RecordSource where Self: ~Copyable {
  /// The facts of each input file; one for a source of one file.
  var files: [CaptureFacts] { [facts] }

  /// How much of the input has been read.
  var progress: AnalysisProgress {
    var progress = AnalysisProgress()
    progress.bytesRead = facts.bytesRead
    progress.bytesTotal = facts.fileSize
    return progress
  }
}
