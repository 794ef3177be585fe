/// How a server answered (IANA "DNS RCODEs"), twelve bits with those of EDNS (RFC 6891 §6.1.3).
package struct DNSResponseCode: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let noError = DNSResponseCode(rawValue: 0)
  package static let formatError = DNSResponseCode(rawValue: 1)
  package static let serverFailure = DNSResponseCode(rawValue: 2)
  package static let nonExistentDomain = DNSResponseCode(rawValue: 3)
  package static let notImplemented = DNSResponseCode(rawValue: 4)
  package static let refused = DNSResponseCode(rawValue: 5)

  /// The registered name ("NXDOMAIN"), or "RCODE" and the number as RFC 5395 §2.3 writes it.
  package var name: String {
    Self.names[rawValue] ?? "RCODE\(rawValue)"
  }

  private static let names: [UInt16: String] = [
    0: "NOERROR", 1: "FORMERR", 2: "SERVFAIL", 3: "NXDOMAIN", 4: "NOTIMP", 5: "REFUSED",
    6: "YXDOMAIN", 7: "YXRRSET", 8: "NXRRSET", 9: "NOTAUTH", 10: "NOTZONE", 11: "DSOTYPENI",
    16: "BADVERS", 17: "BADKEY", 18: "BADTIME", 19: "BADMODE", 20: "BADNAME", 21: "BADALG",
    22: "BADTRUNC", 23: "BADCOOKIE",
  ]
}
