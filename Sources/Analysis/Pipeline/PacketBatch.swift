import CaptureFiles
import Flows
import Packets

/// Some frames of a capture with their bytes and decoded headers, handed from stage to stage and
/// used again.
struct PacketBatch: ~Copyable, Sendable {
  var records = RecordBatch()
  var packets: ContiguousArray<PacketHeaders> = []
  /// What finds the flow of each packet.
  var lookups: ContiguousArray<FlowLookup> = []
  /// Frame number of the first record.
  var firstFrame: UInt64 = 1
  /// Encapsulation paths that were new in this batch, in the order of their numbers.
  var newPaths: [EncapsulationPath] = []
  var progress = AnalysisProgress()

  /// Calls `body` with the captured payload of a packet that is not reassembled.
  func withPayload(of packet: PacketHeaders, _ body: (RawSpan) -> Void) {
    let index = Int(truncatingIfNeeded: packet.frame &- firstFrame)
    guard !packet.payloadReassembled, records.records.indices.contains(index) else { return }
    let record = records.records[index]
    let start = record.offset + Int(packet.payloadOffset)
    let end = start + Int(packet.payloadCaptured)
    guard end <= record.offset + Int(record.capturedLength) else { return }
    records.withBytes { body($0.extracting(start..<end)) }
  }
}
