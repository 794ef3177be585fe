import SwiftASN1

extension PublicKeyKind {
  /// Reads a SubjectPublicKeyInfo (RFC 5280 §4.1.2.7, RFC 3279 §2.3).
  init(node: ASN1Node) throws {
    var parts = try node.children(.sequence)
    let (name, parameters) = try X509Certificate.algorithm(try parts.take())
    switch name {
    case "rsaEncryption", "rsassaPss": self = .rsa(bits: try Self.modulusBits(try parts.take()))
    case "ecPublicKey": self = .ellipticCurve(Self.curve(parameters))
    case "dsa": self = .dsa
    case "ed25519": self = .ed25519
    case "ed448": self = .ed448
    default: self = .other(name)
    }
  }

  /// Bits of the first number in an RSAPublicKey.
  private static func modulusBits(_ key: ASN1Node) throws -> Int {
    // The first byte of a bit string counts the bits that are not used.
    var numbers = try DER.parse(try key.bytes().dropFirst()).children(.sequence)
    let modulus = try numbers.take().bytes().drop { $0 == 0 }
    return modulus.first.map { modulus.count * 8 - $0.leadingZeroBitCount } ?? 0
  }

  private static func curve(_ parameters: ASN1Node?) -> String {
    guard let parameters, let identifier = try? ASN1ObjectIdentifier(derEncoded: parameters)
    else { return "explicit parameters" }
    return CertificateNames.curve(identifier)
  }
}
