/// An Ethernet address (EUI-48).
package struct HardwareAddress: Hashable, Comparable, Sendable {
  /// The six bytes in the lower 48 bits, the first the most significant.
  package var rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue & 0xffff_ffff_ffff }

  /// The addresses that no interface has of its own.
  package static let zero = HardwareAddress(rawValue: 0)
  package static let broadcast = HardwareAddress(rawValue: .max)

  /// A group of interfaces, not one.
  package var isMulticast: Bool { rawValue >> 40 & 1 != 0 }

  /// Chosen by software (virtual machines, privacy), not by the vendor.
  package var isLocallyAdministered: Bool { rawValue >> 40 & 2 != 0 }

  package static func < (left: HardwareAddress, right: HardwareAddress) -> Bool {
    left.rawValue < right.rawValue
  }
}

extension HardwareAddress: CustomStringConvertible {
  /// Six bytes in lower-case hexadecimal between colons.
  package var description: String {
    (0..<6).map { index in
      let byte = rawValue >> UInt64(40 - 8 * index) & 0xff
      return (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined(separator: ":")
  }
}
