/// How a DNS message travelled, which decides whether a question has to be answered.
package enum DNSTransport: Sendable {
  case udp
  case tcp
  /// mDNS: answers go to everybody, and silence means "nobody has it".
  case multicast
  /// LLMNR: the question goes to a group, an answer comes from an address of its own.
  case linkLocal

  /// Whether a question without an answer in the same flow is worth a word.
  package var expectsResponse: Bool { self == .udp || self == .tcp }
}
