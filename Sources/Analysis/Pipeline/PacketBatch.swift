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
  /// How far the work on its packets is.
  var progression = Progression.decoded
  /// Where the packets belong, if what they say is to be read.
  var placements: ContiguousArray<FlowPlacement> = []
  /// Flows that ended while the flow stage had the batch.
  var finished: ContiguousArray<FlowRecord> = []
  /// What was found in the packets that the batch held before these.
  var results = BatchResults()

  enum Progression {
    /// The flow stage has not seen the packets.
    case decoded
    /// The flow stage has; they are still to be read.
    case placed
    /// They are read, and ``PacketBatch/results`` wait for the flow stage.
    case read
  }

  /// The payloads of packets that came in fragments.
  var reassembled = ReassembledPayloads()

  /// Calls `body` with the bytes of all records.
  func withBytes(_ body: (RawSpan) -> Void) { records.withBytes { body($0) } }

  /// The captured payload of a packet that was not put together from fragments, in the bytes of all
  /// records; nothing, where it was not captured.
  @_lifetime(copy bytes)
  func payload(of packet: UnsafePointer<PacketHeaders>, in bytes: RawSpan) -> RawSpan {
    let index = Int(truncatingIfNeeded: packet.pointee.frame &- firstFrame)
    guard records.records.indices.contains(index) else { return RawSpan() }
    let start = Int(packet.pointee.payloadOffset)
    let count = Int(packet.pointee.payloadCaptured)
    guard start + count <= Int(records.records[index].capturedLength) else { return RawSpan() }
    let offset = records.records[index].offset + start
    return bytes.extracting(offset..<offset + count)
  }

  /// Calls `body` with the captured payload of a packet; with nothing, where it was not captured.
  func withPayload(of packet: PacketHeaders, _ body: (RawSpan) -> Void) {
    withUnsafePointer(to: packet) { withPayload(of: $0, body) }
  }

  /// The same without a copy of the headers.
  func withPayload(of packet: UnsafePointer<PacketHeaders>, _ body: (RawSpan) -> Void) {
    let start = Int(packet.pointee.payloadOffset)
    let count = Int(packet.pointee.payloadCaptured)
    if packet.pointee.payloadReassembled {
      reassembled.withDatagram(of: packet.pointee.frame) { body($0.part(start, count)) }
      return
    }
    let index = Int(truncatingIfNeeded: packet.pointee.frame &- firstFrame)
    guard records.records.indices.contains(index) else { return body(RawSpan()) }
    let record = records.records[index]
    records.withBytes { bytes in
      let end = record.offset + Int(record.capturedLength)
      body(bytes.extracting(record.offset..<end).part(start, count))
    }
  }
}

extension RawSpan {
  /// `count` bytes from `start`; none where they are not all there.
  @_lifetime(copy self)
  fileprivate func part(_ start: Int, _ count: Int) -> RawSpan {
    start + count <= byteCount ? extracting(start..<start + count) : RawSpan()
  }
}
