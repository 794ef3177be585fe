import SwiftASN1

extension PublicKeyKind {
  /// Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7, RFC 3279 §2.3).
  init(node: ASN1Node) throws {
    var parts = try node.children(.sequence)
    let (name, parameters) = try X509Certificate.algorithm(try parts.take())
    switch name {
    case "rsaEncryption", "rsassaPss": self = try Self.rsa(try parts.take())
    case "ecPublicKey": self = .ellipticCurve(Self.curve(parameters))
    case "dsa": self = .dsa
    case "ed25519": self = .ed25519
    case "ed448": self = .ed448
    default: self = .other(name)
    }
  }

  /// Reads an RSAPublicKey (RFC 3279 §2.3.1).
  private static func rsa(_ key: ASN1Node) throws -> PublicKeyKind {
    // The first byte of a bit string counts the bits that are not used.
    var numbers = try DER.parse(try key.bytes().dropFirst()).children(.sequence)
    let modulus = try numbers.take().bytes().drop { $0 == 0 }
    let bits = modulus.first.map { modulus.count * 8 - $0.leadingZeroBitCount } ?? 0
    return .rsa(bits: bits, exponent: try numbers.take().unsignedInteger())
  }

  private static func curve(_ parameters: ASN1Node?) -> String {
    guard let parameters, let identifier = try? ASN1ObjectIdentifier(derEncoded: parameters)
    else { return "explicit parameters" }
    return CertificateNames.curve(identifier)
  }
}
