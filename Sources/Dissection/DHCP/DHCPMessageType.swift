/// What a DHCP message is (RFC 2132 §9.6).
package struct DHCPMessageType: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let discover = DHCPMessageType(rawValue: 1)
  package static let offer = DHCPMessageType(rawValue: 2)
  package static let request = DHCPMessageType(rawValue: 3)
  package static let decline = DHCPMessageType(rawValue: 4)
  package static let acknowledgment = DHCPMessageType(rawValue: 5)
  package static let refusal = DHCPMessageType(rawValue: 6)
  package static let release = DHCPMessageType(rawValue: 7)
  package static let inform = DHCPMessageType(rawValue: 8)

  /// The registered name without its "DHCP" ("DISCOVER"), or the number.
  package var name: String {
    let names = [
      "DISCOVER", "OFFER", "REQUEST", "DECLINE", "ACK", "NAK", "RELEASE", "INFORM", "FORCERENEW",
      "LEASEQUERY", "LEASEUNASSIGNED", "LEASEUNKNOWN", "LEASEACTIVE",
    ]
    let index = Int(rawValue) - 1
    return names.indices.contains(index) ? names[index] : "\(rawValue)"
  }
}
