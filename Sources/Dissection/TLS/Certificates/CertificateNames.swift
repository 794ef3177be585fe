import SwiftASN1

/// Names of the object identifiers in certificates (RFC 3279, 4055, 4514, 5480, 5758, 8410).
enum CertificateNames {
  /// The short name of a part of a distinguished name, or its digits.
  static func attribute(_ identifier: ASN1ObjectIdentifier) -> String {
    attributes[identifier] ?? identifier.description
  }

  /// The name of a key or signature algorithm, or its digits.
  static func algorithm(_ identifier: ASN1ObjectIdentifier) -> String {
    algorithms[identifier] ?? identifier.description
  }

  /// The name of an elliptic curve, or its digits.
  static func curve(_ identifier: ASN1ObjectIdentifier) -> String {
    curves[identifier] ?? identifier.description
  }

  private static let attributes: [ASN1ObjectIdentifier: String] = [
    [2, 5, 4, 3]: "CN", [2, 5, 4, 4]: "SN", [2, 5, 4, 5]: "serialNumber", [2, 5, 4, 6]: "C",
    [2, 5, 4, 7]: "L", [2, 5, 4, 8]: "ST", [2, 5, 4, 9]: "street", [2, 5, 4, 10]: "O",
    [2, 5, 4, 11]: "OU", [2, 5, 4, 12]: "title", [2, 5, 4, 15]: "businessCategory",
    [2, 5, 4, 17]: "postalCode", [2, 5, 4, 42]: "GN", [2, 5, 4, 97]: "organizationIdentifier",
    [0, 9, 2342, 19_200_300, 100, 1, 1]: "UID", [0, 9, 2342, 19_200_300, 100, 1, 25]: "DC",
    [1, 2, 840, 113_549, 1, 9, 1]: "emailAddress",
    [1, 2, 840, 113_549, 1, 9, 2]: "unstructuredName",
    [1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 1]: "jurisdictionL",
    [1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 2]: "jurisdictionST",
    [1, 3, 6, 1, 4, 1, 311, 60, 2, 1, 3]: "jurisdictionC",
  ]

  private static let algorithms: [ASN1ObjectIdentifier: String] = [
    [1, 2, 840, 113_549, 1, 1, 1]: "rsaEncryption",
    [1, 2, 840, 113_549, 1, 1, 2]: "md2WithRSAEncryption",
    [1, 2, 840, 113_549, 1, 1, 4]: "md5WithRSAEncryption",
    [1, 2, 840, 113_549, 1, 1, 5]: "sha1WithRSAEncryption",
    [1, 2, 840, 113_549, 1, 1, 10]: "rsassaPss",
    [1, 2, 840, 113_549, 1, 1, 11]: "sha256WithRSAEncryption",
    [1, 2, 840, 113_549, 1, 1, 12]: "sha384WithRSAEncryption",
    [1, 2, 840, 113_549, 1, 1, 13]: "sha512WithRSAEncryption",
    [1, 2, 840, 113_549, 1, 1, 14]: "sha224WithRSAEncryption",
    [1, 2, 840, 10_040, 4, 1]: "dsa", [1, 2, 840, 10_040, 4, 3]: "dsa-with-sha1",
    [2, 16, 840, 1, 101, 3, 4, 3, 2]: "dsa-with-sha256",
    [1, 2, 840, 10_045, 2, 1]: "ecPublicKey", [1, 2, 840, 10_045, 4, 1]: "ecdsa-with-SHA1",
    [1, 2, 840, 10_045, 4, 3, 1]: "ecdsa-with-SHA224",
    [1, 2, 840, 10_045, 4, 3, 2]: "ecdsa-with-SHA256",
    [1, 2, 840, 10_045, 4, 3, 3]: "ecdsa-with-SHA384",
    [1, 2, 840, 10_045, 4, 3, 4]: "ecdsa-with-SHA512",
    [1, 3, 101, 112]: "ed25519", [1, 3, 101, 113]: "ed448",
    [2, 16, 840, 1, 101, 3, 4, 3, 17]: "ML-DSA-44",
    [2, 16, 840, 1, 101, 3, 4, 3, 18]: "ML-DSA-65",
    [2, 16, 840, 1, 101, 3, 4, 3, 19]: "ML-DSA-87",
  ]

  private static let curves: [ASN1ObjectIdentifier: String] = [
    [1, 2, 840, 10_045, 3, 1, 1]: "secp192r1", [1, 3, 132, 0, 33]: "secp224r1",
    [1, 2, 840, 10_045, 3, 1, 7]: "secp256r1", [1, 3, 132, 0, 34]: "secp384r1",
    [1, 3, 132, 0, 35]: "secp521r1", [1, 3, 132, 0, 10]: "secp256k1",
    [1, 3, 36, 3, 3, 2, 8, 1, 1, 7]: "brainpoolP256r1",
    [1, 3, 36, 3, 3, 2, 8, 1, 1, 11]: "brainpoolP384r1",
    [1, 3, 36, 3, 3, 2, 8, 1, 1, 13]: "brainpoolP512r1",
  ]
}
