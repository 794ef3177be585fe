/// Which rule decided who is the originator of a flow, best first.
package enum OriginatorEvidence: UInt8, CaseIterable, Sendable {
  /// It sent the SYN.
  case syn
  /// It received the SYN-ACK.
  case synAck
  /// The first payload is a client's (HTTP request, TLS ClientHello, DNS query, …).
  case payload
  /// The other side's port is a server's (below 1024 or registered) and this one is ephemeral.
  case port
  /// It sent the first captured packet.
  case firstSender
}
