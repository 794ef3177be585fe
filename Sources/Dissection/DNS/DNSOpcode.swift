/// What a DNS message asks for (IANA "DNS OpCodes").
package struct DNSOpcode: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let query = DNSOpcode(rawValue: 0)
  package static let inverseQuery = DNSOpcode(rawValue: 1)
  package static let status = DNSOpcode(rawValue: 2)
  package static let notify = DNSOpcode(rawValue: 4)
  package static let update = DNSOpcode(rawValue: 5)
  package static let statefulOperations = DNSOpcode(rawValue: 6)

  /// Whether the number is assigned.
  package var isAssigned: Bool { rawValue <= 6 && rawValue != 3 }
}
