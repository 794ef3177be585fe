internal import Crypto
internal import Packets

extension CommunityID {
  /// The bytes that are hashed, in network order.
  struct Message {
    private var bytes: InlineArray<40, UInt8> = .init(repeating: 0)
    private var length = 0

    mutating func append(_ value: UInt16) {
      append(UInt8(truncatingIfNeeded: value >> 8))
      append(UInt8(truncatingIfNeeded: value))
    }

    mutating func append(_ address: IPAddress) {
      if address.isIPv4 {
        append(UInt16(truncatingIfNeeded: address.v4 >> 16))
        append(UInt16(truncatingIfNeeded: address.v4))
        return
      }
      append(address.high)
      append(address.low)
    }

    private mutating func append(_ half: UInt64) {
      for shift in stride(from: 48, through: 0, by: -16) {
        append(UInt16(truncatingIfNeeded: half >> UInt64(shift)))
      }
    }

    private mutating func append(_ byte: UInt8) {
      bytes[length] = byte
      length += 1
    }

    /// Base64 of the SHA-1 of the bytes.
    func digest() -> InlineArray<28, UInt8> {
      var hash = Insecure.SHA1()
      let length = length
      bytes.span.withUnsafeBytes { hash.update(bufferPointer: .init(rebasing: $0[..<length])) }
      return hash.finalize().withUnsafeBytes(base64)
    }

    /// Base64 (RFC 4648 §4) of 20 bytes: six groups of three and one of two.
    private func base64(_ digest: UnsafeRawBufferPointer) -> InlineArray<28, UInt8> {
      let alphabet: StaticString =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
      var digits = InlineArray<28, UInt8>(repeating: UInt8(ascii: "="))
      for group in 0..<7 {
        var bits: UInt32 = 0
        for index in group * 3..<group * 3 + 3 {
          bits = bits << 8 | (index < digest.count ? UInt32(digest[index]) : 0)
        }
        for place in 0..<(group == 6 ? 3 : 4) {
          let digit = Int(bits >> UInt32(18 - 6 * place) & 63)
          digits[group * 4 + place] = alphabet.utf8Start[digit]
        }
      }
      return digits
    }
  }
}
