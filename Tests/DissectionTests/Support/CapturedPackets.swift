import CaptureFiles
import Packets

/// The innermost packets of a capture with their payloads.
enum CapturedPackets {
  /// Calls `body` with each packet that has a transport or is of ARP, and with what was captured of
  /// its payload.
  static func read(_ path: String, _ body: (PacketHeaders, [UInt8]) -> Void) throws {
    var reader = try CaptureReader(path: path)
    var batch = RecordBatch()
    var decoder = PacketDecoder()
    var packets: ContiguousArray<PacketHeaders> = []
    var frame: UInt64 = 0
    while try reader.read(into: &batch) {
      for record in batch.records {
        frame += 1
        let context = FrameContext(
          frame: frame,
          time: Timestamp(nanoseconds: record.nanoseconds),
          wireLength: record.originalLength,
          interface: record.interface,
          linkType: LinkType(rawValue: record.linkType)
        )
        packets.removeAll(keepingCapacity: true)
        batch.withBytes { all in
          let bytes = all.extracting(
            record.offset..<record.offset + Int(record.capturedLength)
          )
          decoder.decode(bytes, of: context, into: &packets)
          for packet in packets where packet.transport != .none || packet.network == .arp {
            body(packet, payload(of: packet, in: bytes, decoder))
          }
        }
      }
    }
  }

  private static func payload(
    of packet: PacketHeaders,
    in frame: RawSpan,
    _ decoder: borrowing PacketDecoder
  ) -> [UInt8] {
    guard packet.payloadCaptured > 0 else { return [] }
    let start = Int(packet.payloadOffset)
    let range = start..<start + Int(packet.payloadCaptured)
    if packet.payloadReassembled { return Array(decoder.reassembled[range]) }
    return frame.extracting(range).withUnsafeBytes { Array($0) }
  }
}
