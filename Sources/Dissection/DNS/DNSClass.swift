/// The class of a question or record (IANA "DNS CLASSes").
package struct DNSClass: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let internet = DNSClass(rawValue: 1)

  /// Whether anybody uses the number: what recognition believes in.
  var isAssigned: Bool {
    switch rawValue {
    case 1, 3, 4, 254, 255: true
    default: false
    }
  }

  /// The name as RFC 3597 writes it where there is no registered one ("C_INTERNET" in Zeek).
  package var name: String {
    switch rawValue {
    case 1: "IN"
    case 3: "CH"
    case 4: "HS"
    case 254: "NONE"
    case 255: "ANY"
    default: "CLASS\(rawValue)"
    }
  }
}
