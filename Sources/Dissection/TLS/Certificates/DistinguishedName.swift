/// The name of a certificate's subject or issuer (RFC 5280 §4.1.2.4).
package struct DistinguishedName: Equatable, Sendable {
  package struct Attribute: Equatable, Sendable {
    /// The short name of RFC 4514 ("CN"), or the object identifier in digits.
    package var type: String
    package var value: String
  }

  /// In the order of the certificate: the most general part first.
  package var attributes: [Attribute] = []

  /// The first common name.
  package var commonName: String? { attributes.first { $0.type == "CN" }?.value }
}

extension DistinguishedName: CustomStringConvertible {
  /// As RFC 4514 writes names: the most specific part first, "CN=example.org,O=Example,C=US".
  package var description: String {
    attributes.reversed().map { "\($0.type)=\(Self.escape($0.value))" }.joined(separator: ",")
  }

  private static func escape(_ value: String) -> String {
    var escaped = ""
    for character in value.unicodeScalars {
      if ",+\"\\<>;".unicodeScalars.contains(character) { escaped += "\\" }
      escaped.unicodeScalars.append(character)
    }
    return escaped
  }
}
