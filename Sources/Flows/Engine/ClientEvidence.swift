/// Tells client from server by the first payload of a flow whose opening was not captured.
enum ClientEvidence {
  /// Whether the sender of a payload that starts with these eight bytes (big endian) is the client;
  /// `nil` when the payload does not tell.
  static func isClient(_ prefix: UInt64, length: UInt32) -> Bool? {
    guard length >= 8 else { return nil }
    switch prefix >> 32 {
    case 0x4745_5420, 0x504f_5354, 0x4845_4144, 0x5055_5420, 0x4f50_5449, 0x434f_4e4e,
      0x4445_4c45, 0x5041_5443:
      // "GET ", "POST", "HEAD", "PUT ", "OPTI", "CONN", "DELE", "PATC" (RFC 9110 §9).
      return true
    case 0x4854_5450:
      // "HTTP": a status line.
      return false
    default:
      break
    }
    // A TLS handshake record (RFC 8446 §5.1) with a ClientHello or a ServerHello.
    guard prefix >> 48 == 0x1603 else { return nil }
    switch UInt8(truncatingIfNeeded: prefix >> 16) {
    case 1: return true
    case 2: return false
    default: return nil
    }
  }
}
