package import Packets

/// What a resource record says (its RDATA).
package enum DNSRecordData: Equatable, Sendable {
  case a(IPAddress)
  case aaaa(IPAddress)
  /// CNAME, NS, PTR, DNAME: one name.
  case name(String)
  case mx(preference: UInt16, exchange: String)
  /// TXT and SPF: the strings, each of at most 255 bytes.
  case text([String])
  case srv(priority: UInt16, weight: UInt16, port: UInt16, target: String)
  case soa(DNSStartOfAuthority)
  /// SVCB and HTTPS (RFC 9460).
  case serviceBinding(DNSServiceBinding)
  /// CAA (RFC 8659).
  case authorization(flags: UInt8, tag: String, value: String)
  /// OPT (RFC 6891).
  case edns(EDNS)
  /// A type whose contents are not read; the number of bytes.
  case opaque(Int)
  /// Not what the type asks for, or cut off; the number of bytes announced.
  case malformed(Int)
}
