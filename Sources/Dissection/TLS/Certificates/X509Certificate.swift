/// What a certificate says (RFC 5280); whether it is true is not checked.
package struct X509Certificate: Equatable, Sendable {
  /// 1 to 3.
  package var version = 1
  /// As big-endian bytes.
  package var serialNumber: [UInt8] = []
  package var subject = DistinguishedName()
  package var issuer = DistinguishedName()
  /// First second of validity, in seconds since the epoch; `nil` where it is no date.
  package var notBefore: Int64?
  /// Last second of validity, in seconds since the epoch; `nil` where it is no date.
  package var notAfter: Int64?
  package var publicKey = PublicKeyKind.other("")
  /// Name of the algorithm of the issuer's signature ("sha256WithRSAEncryption"), or its object
  /// identifier.
  package var signatureAlgorithm = ""
  package var alternativeNames: [AlternativeName] = []
  /// Names that were not kept because of ``TLSLimits/certificateNames``.
  package var alternativeNamesDropped = 0
  /// Whether it may sign other certificates (RFC 5280 §4.2.1.9); `nil` where it does not say.
  package var isCertificateAuthority: Bool?
  /// How many authorities may follow below this one; `nil` where any number may.
  package var pathLength: Int?
  /// SHA-1 of the encoded certificate.
  package var sha1: [UInt8] = []
  /// SHA-256 of the encoded certificate.
  package var sha256: [UInt8] = []

  /// Whether subject and issuer have the same name.
  package var isSelfIssued: Bool { subject == issuer && !subject.attributes.isEmpty }
}
