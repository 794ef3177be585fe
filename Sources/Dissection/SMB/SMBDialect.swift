/// The version that both ends agree on ([MS-SMB2] §2.2.4).
package struct SMBDialect: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
  package var rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// SMB 1, which is negotiated by names.
  package static let nt1 = SMBDialect(rawValue: 0x0100)
  /// The answer of a server to a client that begins with SMB 1: the client negotiates again.
  package static let wildcard = SMBDialect(rawValue: 0x02ff)

  package var description: String {
    switch rawValue {
    case 0x0100: "1.0"
    case 0x02ff: "2.???"
    case 0x0202: "2.0.2"
    case 0x0210: "2.1"
    case 0x0300: "3.0"
    case 0x0302: "3.0.2"
    case 0x0311: "3.1.1"
    default: "0x" + String(rawValue, radix: 16)
    }
  }
}
