import SwiftASN1

extension X509Certificate {
  /// Reads a certificate (RFC 5280 §4.1).
  ///
  /// Only its structure must be right: a capture shows certificates as they are, with keys,
  /// signatures and dates that no library would accept for use.
  init(derEncoded bytes: [UInt8]) throws {
    let root = try DER.parse(bytes)
    var parts = try root.children(.sequence)
    var fields = try parts.take().children(.sequence)
    signatureAlgorithm = try Self.algorithm(try parts.take()).name
    var field = try fields.take()
    if field.identifier.isContext(0) {
      var inner = try field.children()
      version = Int(try inner.take().bytes().last ?? 0) + 1
      field = try fields.take()
    }
    // The sign of positive numbers takes a byte of its own.
    let serial = try field.bytes()
    serialNumber = Array(serial.first == 0 && serial.count > 1 ? serial.dropFirst() : serial)
    _ = try fields.take()
    issuer = try DistinguishedName(node: try fields.take())
    var validity = try fields.take().children(.sequence)
    notBefore = CertificateTime.seconds(try validity.take())
    notAfter = CertificateTime.seconds(try validity.take())
    subject = try DistinguishedName(node: try fields.take())
    publicKey = try PublicKeyKind(node: try fields.take())
    while let optional = fields.next() {
      guard optional.identifier.isContext(3) else { continue }
      var inner = try optional.children()
      try readExtensions(try inner.take())
    }
  }

  private mutating func readExtensions(_ list: ASN1Node) throws {
    var extensions = try list.children(.sequence)
    while let entry = extensions.next() {
      var parts = try entry.children(.sequence)
      let identifier = try ASN1ObjectIdentifier(derEncoded: try parts.take())
      var value = try parts.take()
      if value.identifier == .boolean { value = try parts.take() }
      let content = try value.bytes()
      switch identifier {
      case [2, 5, 29, 17]: try readAlternativeNames(content)
      case [2, 5, 29, 19]: try readBasicConstraints(content)
      default: break
      }
    }
  }

  private mutating func readBasicConstraints(_ content: ArraySlice<UInt8>) throws {
    var constraints = try DER.parse(content).children(.sequence)
    isCertificateAuthority = false
    while let constraint = constraints.next() {
      if constraint.identifier == .boolean {
        isCertificateAuthority = try constraint.bytes().first != 0
      } else if constraint.identifier == .integer {
        pathLength = try constraint.unsignedInteger().flatMap { Int(exactly: $0) }
      }
    }
  }

  private mutating func readAlternativeNames(_ content: ArraySlice<UInt8>) throws {
    var names = try DER.parse(content).children(.sequence)
    while let name = names.next() {
      guard alternativeNames.count < TLSLimits.certificateNames else {
        alternativeNamesDropped += 1
        continue
      }
      let kind = name.identifier
      let text = { String(decoding: try name.bytes(), as: UTF8.self) }
      if kind.isContext(1) { alternativeNames.append(.mail(try text())) }
      if kind.isContext(2) { alternativeNames.append(.dns(try text())) }
      if kind.isContext(6) { alternativeNames.append(.uri(try text())) }
      if kind.isContext(7) { alternativeNames.append(.address(Array(try name.bytes()))) }
    }
  }

  /// An AlgorithmIdentifier: the name of its algorithm and its parameters.
  static func algorithm(_ node: ASN1Node) throws -> (name: String, parameters: ASN1Node?) {
    var parts = try node.children(.sequence)
    let identifier = try ASN1ObjectIdentifier(derEncoded: try parts.take())
    return (CertificateNames.algorithm(identifier), parts.next())
  }
}
