package import Packets

extension ByteWriter {
  /// Puts an address as text: dotted decimal, or the canonical form of RFC 5952.
  package mutating func put(_ address: IPAddress) {
    IPAddressText(address).withCharacters { put($0) }
  }

  /// Puts the lower four bits as one hexadecimal digit.
  mutating func put(hexDigit value: UInt8) {
    let digit = value & 0xf
    put(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") - 10 + digit)
  }
}
