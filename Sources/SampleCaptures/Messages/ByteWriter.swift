/// Big-endian fields and length-prefixed vectors, as DNS and TLS write them.
struct ByteWriter {
  private(set) var bytes: [UInt8] = []

  mutating func put8(_ value: UInt8) {
    bytes.append(value)
  }

  mutating func put16(_ value: UInt16) {
    bytes.append(UInt8(value >> 8))
    bytes.append(UInt8(value & 0xFF))
  }

  mutating func put32(_ value: UInt32) {
    put16(UInt16(value >> 16))
    put16(UInt16(value & 0xFFFF))
  }

  mutating func put(_ data: some Sequence<UInt8>) {
    bytes.append(contentsOf: data)
  }

  /// Writes what `body` writes, preceded by its length in so many bytes.
  mutating func vector(lengthBytes: Int, _ body: (inout ByteWriter) -> Void) {
    var inner = ByteWriter()
    body(&inner)
    for position in (0..<lengthBytes).reversed() {
      put8(UInt8(truncatingIfNeeded: inner.bytes.count >> (8 * position)))
    }
    put(inner.bytes)
  }
}
