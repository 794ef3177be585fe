import SwiftASN1

extension ASN1Node {
  /// The nodes inside; fails where there are none or the tag is another.
  func children(_ expected: ASN1Identifier? = nil) throws -> ASN1NodeCollection.Iterator {
    guard expected == nil || identifier == expected, case .constructed(let nodes) = content else {
      throw CertificateFlaw.unexpected(identifier)
    }
    return nodes.makeIterator()
  }

  /// The bytes of a node without nodes inside.
  func bytes() throws -> ArraySlice<UInt8> {
    guard case .primitive(let bytes) = content else {
      throw CertificateFlaw.unexpected(identifier)
    }
    return bytes
  }

  /// The value of an INTEGER; `nil` where it is negative or has more than 64 bits.
  func unsignedInteger() throws -> UInt64? {
    let bytes = try bytes()
    guard bytes.first.map({ $0 < 0x80 }) ?? false else { return nil }
    let digits = bytes.drop { $0 == 0 }
    guard digits.count <= 8 else { return nil }
    return digits.reduce(0) { $0 << 8 | UInt64($1) }
  }
}

extension ASN1NodeCollection.Iterator {
  /// The next node; fails where there is none.
  mutating func take() throws -> ASN1Node {
    guard let node = next() else { throw CertificateFlaw.missing }
    return node
  }
}

extension ASN1Identifier {
  /// Whether it is a tag of its context, "[number]".
  func isContext(_ number: UInt) -> Bool {
    tagClass == .contextSpecific && tagNumber == number
  }
}

/// Why the structure is none of a certificate.
enum CertificateFlaw: Error, CustomStringConvertible {
  case missing
  case unexpected(ASN1Identifier)

  var description: String {
    switch self {
    case .missing: "a part of the certificate is missing"
    case .unexpected(let identifier): "unexpected \(identifier)"
    }
  }
}
