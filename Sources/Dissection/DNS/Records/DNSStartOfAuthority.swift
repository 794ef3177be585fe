/// The contents of a SOA record (RFC 1035 §3.3.13); times in seconds.
package struct DNSStartOfAuthority: Equatable, Sendable {
  /// The primary server of the zone.
  package var primary: String
  /// The mailbox of who is responsible, its "@" written as a dot.
  package var mailbox: String
  package var serial: UInt32
  package var refresh: UInt32
  package var retry: UInt32
  package var expire: UInt32
  /// How long a negative answer may be kept (RFC 2308 §4).
  package var minimum: UInt32
}
