/// Values in the Distinguished Encoding Rules of ASN.1 (ITU-T X.690), as certificates need them.
struct DERWriter {
  enum Tag {
    static let boolean: UInt8 = 0x01
    static let integer: UInt8 = 0x02
    static let bitString: UInt8 = 0x03
    static let octetString: UInt8 = 0x04
    static let null: UInt8 = 0x05
    static let objectIdentifier: UInt8 = 0x06
    static let utf8String: UInt8 = 0x0C
    static let utcTime: UInt8 = 0x17
    static let sequence: UInt8 = 0x30
    static let set: UInt8 = 0x31
    /// A dNSName among general names (RFC 5280 §4.2.1.6).
    static let dnsName: UInt8 = 0x82
    static let version: UInt8 = 0xA0
    static let extensions: UInt8 = 0xA3
  }

  private(set) var bytes: [UInt8] = []

  /// A value with the content that `body` writes.
  mutating func put(_ tag: UInt8, _ body: (inout DERWriter) -> Void) {
    var inner = DERWriter()
    body(&inner)
    put(tag, inner.bytes)
  }

  mutating func put(_ tag: UInt8, _ content: some Collection<UInt8>) {
    bytes.append(tag)
    putLength(content.count)
    bytes += content
  }

  /// An unsigned number, most significant byte first.
  mutating func putInteger(_ magnitude: [UInt8]) {
    let isHigh = (magnitude.first ?? 0) >= 0x80
    put(Tag.integer, isHigh ? [0] + magnitude : magnitude)
  }

  /// A bit string without unused bits.
  mutating func putBitString(_ content: [UInt8]) {
    put(Tag.bitString, [0] + content)
  }

  /// An object identifier by its encoded arcs.
  mutating func putIdentifier(_ arcs: [UInt8]) {
    put(Tag.objectIdentifier, arcs)
  }

  private mutating func putLength(_ length: Int) {
    switch length {
    case ..<0x80: bytes.append(UInt8(length))
    case ..<0x100: bytes += [0x81, UInt8(length)]
    default: bytes += [0x82, UInt8(length >> 8), UInt8(length & 0xFF)]
    }
  }
}
