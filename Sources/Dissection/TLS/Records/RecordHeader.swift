/// The five bytes before each record (RFC 8446 §5.1).
struct RecordHeader: Equatable {
  static let length = 5
  /// The most that a record may carry: 2¹⁴ bytes and what compression, MAC and padding of
  /// TLS 1.2 add (RFC 5246 §6.2.3).
  static let maximumBody = 1 << 14 + 2048

  var type: RecordType
  var version: TLSVersion
  var bodyLength: Int

  /// The header at `offset`; `nil` where the bytes are none or too few.
  init?(_ bytes: RawSpan, at offset: Int = 0) {
    guard offset >= 0, bytes.byteCount - offset >= Self.length else { return nil }
    let start = UInt32(
      bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    )
    guard let type = RecordType(rawValue: UInt8(start >> 24)) else { return nil }
    self.type = type
    version = TLSVersion(rawValue: UInt16(start >> 8 & 0xffff))
    bodyLength = Int(start & 0xff) << 8 | Int(bytes.byte(at: offset + 4))
    guard version.isOfRecords, bodyLength <= Self.maximumBody else { return nil }
  }
}
