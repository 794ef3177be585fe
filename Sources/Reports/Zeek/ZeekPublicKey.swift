internal import Dissection

/// What `x509.log` says of a key, in the words of OpenSSL that Zeek takes over.
struct ZeekPublicKey {
  var algorithm: String
  var type: String?
  var bits: UInt64?
  var exponent: String?
  var curve: String?

  init(_ key: PublicKeyKind) {
    switch key {
    case .rsa(let size, let number):
      (algorithm, type) = ("rsaEncryption", "rsa")
      bits = UInt64(clamping: size)
      exponent = number.map { "\($0)" }
    case .ellipticCurve(let name):
      (algorithm, type) = ("id-ecPublicKey", "ecdsa")
      curve = Self.curves[name] ?? name
      bits = UInt64(name.drop { !$0.isNumber }.prefix { $0.isNumber })
    case .dsa: (algorithm, type) = ("dsaEncryption", "dsa")
    case .ed25519: algorithm = "ED25519"
    case .ed448: algorithm = "ED448"
    case .other(let name): algorithm = name
    }
  }

  /// The name of a signature's algorithm.
  static func signature(_ name: String) -> String { signatures[name] ?? name }

  private static let curves = ["secp256r1": "prime256v1", "secp192r1": "prime192v1"]
  private static let signatures = [
    "dsa-with-sha1": "dsaWithSHA1", "dsa-with-sha256": "dsa_with_SHA256",
    "ed25519": "ED25519", "ed448": "ED448",
  ]
}
