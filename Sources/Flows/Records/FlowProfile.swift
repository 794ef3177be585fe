/// What a flow moved in each sixteenth of its life, on a logarithmic scale.
///
/// A value is eight times the logarithm to base 2 of the bytes on the wire and one more, the
/// fraction of it by the mantissa's first three bits: 0 for none, 80 for 1 KB, 160 for 1 MB.
package struct FlowProfile: Sendable {
  package static let count = 16

  package var values: InlineArray<16, UInt8> = .init(repeating: 0)

  package init() {}

  /// The value for a number of bytes.
  package static func value(of bytes: UInt64) -> UInt8 {
    guard bytes > 0 else { return 0 }
    let number = bytes == .max ? bytes : bytes + 1
    let exponent = 63 - number.leadingZeroBitCount
    let mantissa = exponent >= 3 ? number >> UInt64(exponent - 3) : number << UInt64(3 - exponent)
    return UInt8(clamping: UInt64(exponent) * 8 + (mantissa & 7))
  }
}
