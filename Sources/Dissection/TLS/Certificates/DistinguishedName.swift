/// The name of a certificate's subject or issuer (RFC 5280 §4.1.2.4).
package struct DistinguishedName: Equatable, Sendable {
  package struct Attribute: Equatable, Sendable {
    /// The short name of RFC 4514 ("CN"), or the object identifier in digits.
    package var type: String
    package var value: String

    package init(type: String, value: String) {
      self.type = type
      self.value = value
    }
  }

  /// In the order of the certificate: the most general part first.
  package var attributes: [Attribute]

  package init(attributes: [Attribute] = []) { self.attributes = attributes }

  /// The first common name.
  package var commonName: String? { attributes.first { $0.type == "CN" }?.value }
}

extension DistinguishedName: CustomStringConvertible {
  /// As RFC 4514 writes names: the most specific part first, "CN=example.org,O=Example,C=US".
  package var description: String {
    attributes.reversed().map { "\($0.type)=\(Self.escape($0.value))" }.joined(separator: ",")
  }

  /// A value with its special characters marked (RFC 4514 §2.4).
  private static func escape(_ value: String) -> String {
    let scalars = value.unicodeScalars
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      let isAtEdge = index == 0 || index == scalars.count - 1
      let isSpecial =
        ",+\"\\<>;".unicodeScalars.contains(scalar) || (scalar == " " && isAtEdge)
        || (scalar == "#" && index == 0)
      if isSpecial { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
