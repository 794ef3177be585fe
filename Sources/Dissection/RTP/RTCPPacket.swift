/// What one RTCP packet of a compound says (RFC 3550 §6).
package enum RTCPPacket: Equatable, Sendable {
  case senderReport(source: UInt32, packets: UInt32, bytes: UInt32, blocks: [RTCPReportBlock])
  case receiverReport(source: UInt32, blocks: [RTCPReportBlock])
  case description(source: UInt32, name: String?)
  case goodbye(sources: [UInt32])
  /// Another type (feedback, extended reports).
  case other(type: UInt8)

  /// The packets of a datagram, which they must fill.
  package static func compound(_ bytes: RawSpan) throws(DissectionError) -> [RTCPPacket] {
    var reader = ByteReader(bytes)
    var packets: [RTCPPacket] = []
    while !reader.isAtEnd {
      let first = try reader.readUInt8()
      guard first >> 6 == 2 else { throw .malformed("not version 2 of RTCP") }
      let type = try reader.readUInt8()
      guard (192...223).contains(type) else { throw .malformed("type of RTCP") }
      let length = Int(try reader.readUInt16()) * 4
      var body = try reader.readPart(length)
      packets.append(try RTCPPacket(type: type, count: Int(first & 0x1f), &body))
    }
    guard !packets.isEmpty else { throw .truncated }
    return packets
  }

  private init(type: UInt8, count: Int, _ body: inout ByteReader) throws(DissectionError) {
    switch type {
    case 200:
      let source = try body.readUInt32()
      // The clocks of the sender: wall clock and timestamp.
      try body.skip(12)
      let packets = try body.readUInt32()
      let bytes = try body.readUInt32()
      let blocks = try RTCPReportBlock.read(count, from: &body)
      self = .senderReport(source: source, packets: packets, bytes: bytes, blocks: blocks)
    case 201:
      let source = try body.readUInt32()
      self = .receiverReport(source: source, blocks: try RTCPReportBlock.read(count, from: &body))
    case 202 where count > 0:
      let source = try body.readUInt32()
      self = .description(source: source, name: try Self.readName(&body))
    case 203:
      var sources: [UInt32] = []
      for _ in 0..<count { sources.append(try body.readUInt32()) }
      self = .goodbye(sources: sources)
    default: self = .other(type: type)
    }
  }

  /// The canonical name among the items of a chunk (§6.5.1).
  private static func readName(_ body: inout ByteReader) throws(DissectionError) -> String? {
    while !body.isAtEnd {
      let item = try body.readUInt8()
      guard item != 0 else { return nil }
      let length = Int(try body.readUInt8())
      let text = String(decoding: try body.readBytes(length))
      if item == 1 { return text }
    }
    return nil
  }
}
