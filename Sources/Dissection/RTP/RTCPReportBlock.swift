/// What a receiver reports of a source (RFC 3550 §6.4.1).
package struct RTCPReportBlock: Equatable, Sendable {
  package var source: UInt32
  /// Share lost since the report before, in 1/256.
  package var fractionLost: UInt8
  /// Packets lost since the beginning; negative where duplicates came.
  package var lost: Int32
  package var highestSequence: UInt32
  /// In ticks of the source's timestamp.
  package var jitter: UInt32
  /// The middle of the last sender report's NTP time; 0 if there was none.
  package var lastSenderReport: UInt32
  /// Since then, in 1/65536 s.
  package var delay: UInt32

  static func read(
    _ count: Int,
    from body: inout ByteReader
  ) throws(DissectionError) -> [RTCPReportBlock] {
    var blocks: [RTCPReportBlock] = []
    for _ in 0..<count { blocks.append(try RTCPReportBlock(from: &body)) }
    return blocks
  }

  private init(from body: inout ByteReader) throws(DissectionError) {
    source = try body.readUInt32()
    fractionLost = try body.readUInt8()
    lost = Int32(bitPattern: try body.readUInt24() << 8) >> 8
    highestSequence = try body.readUInt32()
    jitter = try body.readUInt32()
    lastSenderReport = try body.readUInt32()
    delay = try body.readUInt32()
  }
}
