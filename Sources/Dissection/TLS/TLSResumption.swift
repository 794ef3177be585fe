/// How a session goes on from an earlier one.
package enum TLSResumption: Equatable, Sendable {
  /// By the server's memory of a session id (RFC 5246 §7.3).
  case sessionID
  /// By a ticket that the client brought along (RFC 5077).
  case ticket
  /// By a pre-shared key of TLS 1.3, mostly a ticket (RFC 8446 §2.2).
  case preSharedKey
}
