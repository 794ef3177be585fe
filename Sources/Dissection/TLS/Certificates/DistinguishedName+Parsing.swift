import SwiftASN1

extension DistinguishedName {
  /// Reads a Name (RFC 5280 §4.1.2.4).
  init(node: ASN1Node) throws {
    self.init()
    var sets = try node.children(.sequence)
    while let set = sets.next() {
      var members = try set.children(.set)
      while let member = members.next() {
        var parts = try member.children(.sequence)
        let type = try ASN1ObjectIdentifier(derEncoded: try parts.take())
        let value = try parts.take()
        attributes.append(
          Attribute(type: CertificateNames.attribute(type), value: try Self.text(of: value))
        )
      }
    }
  }

  /// The text of a DirectoryString in any of its encodings.
  private static func text(of node: ASN1Node) throws -> String {
    let bytes = try node.bytes()
    switch node.identifier {
    case .bmpString:
      let units = stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2)
        .map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
      return String(decoding: units, as: UTF16.self)
    case .teletexString:
      // Nobody writes T.61; what is found is Latin-1.
      return String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
    default: return String(decoding: bytes, as: UTF8.self)
    }
  }
}
