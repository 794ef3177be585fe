/// What kind of key a certificate is about.
package enum PublicKeyKind: Equatable, Sendable {
  /// RSA with this many bits in its modulus.
  case rsa(bits: Int, exponent: UInt64?)
  /// A key on the named elliptic curve.
  case ellipticCurve(String)
  case dsa
  case ed25519
  case ed448
  /// Another algorithm, by its object identifier or name.
  case other(String)
}
