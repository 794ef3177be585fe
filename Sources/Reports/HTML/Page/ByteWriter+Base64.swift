extension ByteWriter {
  /// Puts bytes in Base64 (RFC 4648 §4), padded.
  mutating func put(base64 bytes: [UInt8]) {
    // Pieces of three bytes each, four characters of output for them.
    let piece = Self.capacity / 4 * 3
    bytes.withUnsafeBufferPointer { bytes in
      for start in stride(from: 0, to: bytes.count, by: piece) {
        let end = min(start + piece, bytes.count)
        let part = UnsafeBufferPointer(rebasing: bytes[start..<end])
        put(size: (part.count + 2) / 3 * 4) { Base64.encode(part, to: $0) }
      }
    }
  }
}

/// The alphabet of RFC 4648 §4 and how bytes are written in it.
private enum Base64 {
  private static let alphabet: StaticString =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

  static func encode(_ bytes: UnsafeBufferPointer<UInt8>, to place: UnsafeMutablePointer<UInt8>) {
    let letters = alphabet.utf8Start
    var output = place
    var index = 0
    while index + 2 < bytes.count {
      let bits =
        UInt32(bytes[index]) << 16 | UInt32(bytes[index + 1]) << 8 | UInt32(bytes[index + 2])
      output[0] = letters[Int(bits >> 18)]
      output[1] = letters[Int(bits >> 12 & 63)]
      output[2] = letters[Int(bits >> 6 & 63)]
      output[3] = letters[Int(bits & 63)]
      output += 4
      index += 3
    }
    guard index < bytes.count else { return }
    let second = index + 1 < bytes.count ? UInt32(bytes[index + 1]) : 0
    let bits = UInt32(bytes[index]) << 16 | second << 8
    output[0] = letters[Int(bits >> 18)]
    output[1] = letters[Int(bits >> 12 & 63)]
    output[2] = index + 1 < bytes.count ? letters[Int(bits >> 6 & 63)] : UInt8(ascii: "=")
    output[3] = UInt8(ascii: "=")
  }
}
