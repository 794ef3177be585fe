import Analysis
import CaptureFiles
import Packets

/// Decides frame by frame what a slice takes.
struct FrameSelector: ~Copyable {
  private var decoder = PacketDecoder(verifyingChecksums: false)
  private var packets: ContiguousArray<PacketHeaders> = []
  private var filter: PacketFilter?
  private let flow: FlowSelection?
  private var frame: UInt64 = 0

  init(filter: PacketFilter?, flow: FlowSelection?) {
    self.filter = filter
    self.flow = flow
  }

  /// Whether the next frame of the capture passes; to be asked of every frame in turn.
  mutating func passes(_ record: CaptureRecord, of batch: borrowing RecordBatch) -> Bool {
    frame += 1
    packets.removeAll(keepingCapacity: true)
    let context = FrameContext(
      frame: frame,
      time: Timestamp(nanoseconds: record.nanoseconds),
      wireLength: record.originalLength,
      interface: record.interface,
      linkType: LinkType(rawValue: record.linkType)
    )
    batch.withBytes { bytes in
      let end = record.offset + Int(record.capturedLength)
      decoder.decode(bytes.extracting(record.offset..<end), of: context, into: &packets)
    }
    return isOfFlow() && passesFilter()
  }

  private func isOfFlow() -> Bool {
    guard let flow else { return true }
    for index in packets.indices
    where flow.contains(packets[index], path: decoder.path(packets[index].flowPath)) {
      return true
    }
    return false
  }

  private mutating func passesFilter() -> Bool {
    guard var filter = filter.take() else { return true }
    defer { self.filter = filter }
    return filter.matches(packets, in: packets.indices) { decoder.path($0) }
  }
}
