/// Which network layer a packet has.
package enum NetworkKind: UInt8, CaseIterable, Sendable {
  /// No network header was found (unknown EtherType, damaged, or a link-layer frame only).
  case none
  case ipv4
  case ipv6
  case arp
}
