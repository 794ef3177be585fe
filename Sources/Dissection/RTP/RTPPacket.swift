/// The header of an RTP packet (RFC 3550 §5.1), and how much it carries.
package struct RTPPacket: Equatable, Sendable {
  package var marker: Bool
  package var payloadType: RTPPayloadType
  package var sequence: UInt16
  /// In ticks of the payload's clock.
  package var timestamp: UInt32
  /// The synchronization source.
  package var source: UInt32
  /// Bytes of media, without header, extension and padding.
  package var payloadLength: Int

  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    let first = try reader.readUInt8()
    guard first >> 6 == 2 else { throw .malformed("not version 2 of RTP") }
    let second = try reader.readUInt8()
    marker = second & 0x80 != 0
    payloadType = RTPPayloadType(rawValue: second & 0x7f)
    sequence = try reader.readUInt16()
    timestamp = try reader.readUInt32()
    source = try reader.readUInt32()
    try reader.skip(Int(first & 0x0f) * 4)
    if first & 0x10 != 0 {
      try reader.skip(2)
      try reader.skip(Int(try reader.readUInt16()) * 4)
    }
    payloadLength = reader.remaining
    guard first & 0x20 != 0 else { return }
    try reader.seek(to: bytes.byteCount - 1)
    let padding = Int(try reader.readUInt8())
    guard padding > 0, padding <= payloadLength else { throw .malformed("padding of RTP") }
    payloadLength -= padding
  }
}
