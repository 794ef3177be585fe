/// What a packet carries above IP, as far as the decoder could read it.
package enum TransportKind: UInt8, CaseIterable, Sendable {
  /// No IP, or the transport header is missing or cut.
  case none
  case tcp
  case udp
  case icmp
  case icmpv6
  case sctp
  /// IP with another protocol; see `ipProtocol`.
  case other
  /// A fragment that has not completed its datagram: count it, analyse nothing.
  case fragment
}
