internal import Packets

/// Addresses inside certificates.
enum AddressText {
  /// The text of four or sixteen bytes; `nil` for other numbers of them.
  static func text(of bytes: [UInt8]) -> String? {
    var high: UInt64 = 0
    var low: UInt64 = 0
    switch bytes.count {
    case 4: return "\(IPAddress(v4: bytes.reduce(0) { $0 << 8 | UInt32($1) }))"
    case 16:
      for byte in bytes.prefix(8) { high = high << 8 | UInt64(byte) }
      for byte in bytes.suffix(8) { low = low << 8 | UInt64(byte) }
      return "\(IPAddress(high: high, low: low))"
    default: return nil
    }
  }
}
