import CaptureFiles
import Flows
import Packets

/// Decodes, filters and counts the frames of one batch after another.
///
/// It is not generic over the source, so that its loop is compiled for the values it works on.
struct FrameDecoding: ~Copyable, Sendable {
  private var decoder: PacketDecoder
  private var filter: PacketFilter?
  private let needsPayloads: Bool
  private var knownPaths = 1
  private var clock = RecordClock()
  private(set) var frame: UInt64 = 0
  private(set) var accumulator: AnalysisAccumulator

  init(options: AnalysisOptions) {
    decoder = PacketDecoder(verifyingChecksums: options.verifiesChecksums)
    filter = options.filter
    needsPayloads = options.needsPayloads
    accumulator = AnalysisAccumulator(options: options)
  }

  var pathOverflowCount: UInt64 { decoder.pathOverflowCount }

  func path(_ id: PathID) -> EncapsulationPath { decoder.path(id) }

  /// Fills `packets` with the headers of all frames in `records` that pass the filter.
  mutating func decode(
    _ records: borrowing RecordBatch,
    into packets: inout ContiguousArray<PacketHeaders>,
    _ reassembled: inout ReassembledPayloads
  ) {
    packets.removeAll(keepingCapacity: true)
    reassembled.removeAll()
    let list = records.records
    records.withBytes { bytes in
      for record in list { decode(record, bytes, into: &packets, &reassembled) }
    }
    packets.withUnsafeBufferPointer { packets in
      for index in packets.indices { accumulator.add(packets[index]) }
    }
  }

  /// Counts flows that have ended.
  mutating func count(_ flows: ContiguousArray<FlowRecord>) {
    if !flows.isEmpty { accumulator.add(flows) }
  }

  /// Encapsulation paths that the decoder met since the last call, in the order of their numbers.
  mutating func newPaths() -> [EncapsulationPath] {
    guard decoder.pathCount > knownPaths else { return [] }
    defer { knownPaths = decoder.pathCount }
    return (knownPaths..<decoder.pathCount).map {
      decoder.path(PathID(rawValue: UInt32(truncatingIfNeeded: $0)))
    }
  }

  @inline(__always)
  private mutating func decode(
    _ record: CaptureRecord,
    _ bytes: RawSpan,
    into packets: inout ContiguousArray<PacketHeaders>,
    _ reassembled: inout ReassembledPayloads
  ) {
    frame += 1
    var record = record
    clock.complete(&record)
    let first = packets.count
    let context = FrameContext(
      frame: frame,
      time: Timestamp(nanoseconds: record.nanoseconds),
      wireLength: record.originalLength,
      interface: record.interface,
      linkType: LinkType(rawValue: record.linkType)
    )
    let end = record.offset + Int(record.capturedLength)
    decoder.decode(bytes.extracting(record.offset..<end), of: context, into: &packets)
    if filter != nil, !passes(first..<packets.count, of: packets) {
      packets.removeSubrange(first...)
    }
    if accumulator.countsHardware, record.linkType == LinkType.ethernet.rawValue,
      record.capturedLength >= 14, packets.count > first
    {
      let header = bytes.extracting(record.offset..<record.offset + 14)
      accumulator.add(ethernet: header, packets[first])
    }
    if needsPayloads, packets.count > first, packets[packets.count - 1].payloadReassembled {
      reassembled.add(decoder.reassembled, frame: frame)
    }
  }

  private mutating func passes(
    _ range: Range<Int>,
    of packets: ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard var filter = filter.take() else { return true }
    defer { self.filter = filter }
    return filter.matches(packets, in: range) { decoder.path($0) }
  }
}
