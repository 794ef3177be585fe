/// The protocols that share the message format of DNS and read some of its bits differently.
package enum DNSDialect: Sendable {
  /// DNS (RFC 1035), port 53.
  case unicast
  /// mDNS (RFC 6762), port 5353: the top bit of a class means "unicast reply wanted" in questions
  /// (§5.4) and "flush the cache" in records (§10.2).
  case multicast
  /// LLMNR (RFC 4795), port 5355: the AA bit means conflict and the RD bit tentative (§2.1.1).
  case linkLocal

  /// The dialect that is registered for a UDP or TCP port; nil for others.
  package init?(port: UInt16) {
    switch port {
    case 53: self = .unicast
    case 5353: self = .multicast
    case 5355: self = .linkLocal
    default: return nil
    }
  }
}
