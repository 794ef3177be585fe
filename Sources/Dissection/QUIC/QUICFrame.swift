/// A frame of an Initial packet that says something (RFC 9000 §19).
enum QUICFrame {
  /// Bytes of the CRYPTO stream, as a place in the packet's contents.
  case crypto(offset: Int, range: Range<Int>)
  case close(code: Int, reason: String)

  /// Reads the next such frame; `nil` at the end of the packet or where it cannot be read.
  ///
  /// Only the frames that Initial packets may have are known (RFC 9000 §12.4).
  init?(_ reader: inout ByteReader) {
    do throws(DissectionError) {
      while !reader.isAtEnd {
        switch try reader.readUInt8() {
        case 0x00, 0x01: continue
        case 0x02: try Self.skipACK(&reader, hasCounts: false)
        case 0x03: try Self.skipACK(&reader, hasCounts: true)
        case 0x06:
          let offset = try reader.readVariableInteger()
          let count = try reader.readVariableInteger()
          let start = reader.offset
          try reader.skip(count)
          self = .crypto(offset: offset, range: start..<start + count)
          return
        case 0x1c:
          let code = try reader.readVariableInteger()
          _ = try reader.readVariableInteger()
          let reason = try reader.readBytes(try reader.readVariableInteger())
          let kept = reason.extracting(first: QUICLimits.reason)
          self = .close(code: code, reason: String(decoding: kept))
          return
        default: return nil
        }
      }
    } catch {}
    return nil
  }

  private static func skipACK(
    _ reader: inout ByteReader,
    hasCounts: Bool
  ) throws(DissectionError) {
    _ = try reader.readVariableInteger()
    _ = try reader.readVariableInteger()
    let ranges = try reader.readVariableInteger()
    _ = try reader.readVariableInteger()
    // A count that lies ends with the packet.
    for _ in 0..<ranges {
      _ = try reader.readVariableInteger()
      _ = try reader.readVariableInteger()
    }
    guard hasCounts else { return }
    for _ in 0..<3 { _ = try reader.readVariableInteger() }
  }
}
