/// A community: the password of SNMP v1 and v2c, in clear text in every message.
///
/// Its description does not show it; who has a reason to asks for ``secret``.
package struct SNMPCommunity: Hashable, Sendable, CustomStringConvertible {
  /// Bytes kept.
  package static let maximumLength = 64

  package var secret: [UInt8]

  /// One of the two that devices are delivered with.
  package var isDefault: Bool {
    secret.elementsEqual("public".utf8) || secret.elementsEqual("private".utf8)
  }

  package var description: String { "community of \(secret.count) bytes" }
}
