import CaptureFiles
import Packets

@testable import Flows

/// Runs a capture file through reader, decoder and the Wireshark-compatible analysis.
enum WiresharkCapture {
  /// The frames of the capture at `path` that hold TCP, keyed by frame number.
  static func frames(of path: String) throws -> [UInt64: WiresharkFrame] {
    var reader = try CaptureReader(path: path)
    var batch = RecordBatch()
    var decoder = PacketDecoder(verifyingChecksums: false)
    var analysis = WiresharkAnalysis()
    var packets = ContiguousArray<PacketHeaders>()
    var frames: [UInt64: WiresharkFrame] = [:]
    var number: UInt64 = 0
    while try reader.read(into: &batch) {
      batch.withBytes { bytes in
        for record in batch.records {
          number += 1
          packets.removeAll(keepingCapacity: true)
          let end = record.offset + Int(record.capturedLength)
          let frame = bytes.extracting(record.offset..<end)
          decoder.decode(frame, of: FrameContext(record, number: number), into: &packets)
          for packet in packets {
            if let verdict = analysis.analyze(packet) ?? quoted(in: packet, of: frame, &analysis) {
              frames[number, default: WiresharkFrame()].add(verdict)
            }
          }
        }
      }
    }
    return frames
  }

  private static func quoted(
    in packet: PacketHeaders,
    of frame: RawSpan,
    _ analysis: inout WiresharkAnalysis
  ) -> WiresharkVerdict? {
    guard packet.transport == .icmp || packet.transport == .icmpv6 else { return nil }
    guard !packet.payloadReassembled, packet.payloadCaptured > 0 else { return nil }
    let start = Int(packet.payloadOffset)
    return analysis.analyze(
      packet,
      quoting: frame.extracting(start..<start + Int(packet.payloadCaptured))
    )
  }
}

extension FrameContext {
  fileprivate init(_ record: CaptureRecord, number: UInt64) {
    self.init(
      frame: number,
      time: Timestamp(nanoseconds: record.nanoseconds),
      wireLength: record.originalLength,
      interface: record.interface,
      linkType: LinkType(rawValue: record.linkType)
    )
  }
}
