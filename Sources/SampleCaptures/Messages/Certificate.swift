/// An X.509 certificate that can be read and not verified (RFC 5280): key and signature are noise.
struct Certificate {
  var subject: String
  var issuer: String
  /// UTCTime, `YYMMDDHHMMSSZ`.
  var notBefore: String
  var notAfter: String
  var isAuthority = false

  private enum Identifier {
    static let commonName: [UInt8] = [0x55, 0x04, 0x03]
    static let organization: [UInt8] = [0x55, 0x04, 0x0A]
    static let basicConstraints: [UInt8] = [0x55, 0x1D, 0x13]
    static let subjectAltName: [UInt8] = [0x55, 0x1D, 0x11]
    /// 1.2.840.113549.1.1.1 and .11 (RFC 8017).
    static let rsaEncryption: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x01]
    static let sha256WithRSA: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x01, 0x0B]
  }

  /// The authority of all certificates here.
  static let authority = Certificate(
    subject: "Sample Issuing CA",
    issuer: "Sample Root CA",
    notBefore: "200101000000Z",
    notAfter: "351231235959Z",
    isAuthority: true
  )

  func encoded(using random: inout RandomSource) -> [UInt8] {
    var serial = random.bytes(16)
    serial[0] = serial[0] & 0x3F | 0x40
    var modulus = random.bytes(256)
    modulus[0] |= 0x80
    modulus[255] |= 1
    let signature = random.bytes(256)
    var writer = DERWriter()
    writer.put(DERWriter.Tag.sequence) { certificate in
      certificate.put(DERWriter.Tag.sequence) { body in
        body.put(DERWriter.Tag.version) { $0.putInteger([2]) }
        body.putInteger(serial)
        Self.put(Identifier.sha256WithRSA, into: &body)
        Self.put(name: issuer, into: &body)
        body.put(DERWriter.Tag.sequence) { validity in
          validity.put(DERWriter.Tag.utcTime, notBefore.utf8)
          validity.put(DERWriter.Tag.utcTime, notAfter.utf8)
        }
        Self.put(name: subject, into: &body)
        Self.put(key: modulus, into: &body)
        putExtensions(into: &body)
      }
      Self.put(Identifier.sha256WithRSA, into: &certificate)
      certificate.putBitString(signature)
    }
    return writer.bytes
  }

  private static func put(_ algorithm: [UInt8], into writer: inout DERWriter) {
    writer.put(DERWriter.Tag.sequence) { identifier in
      identifier.putIdentifier(algorithm)
      identifier.put(DERWriter.Tag.null, [])
    }
  }

  private static func put(name: String, into writer: inout DERWriter) {
    writer.put(DERWriter.Tag.sequence) { parts in
      for (type, value) in [
        (Identifier.organization, "Sample Company"), (Identifier.commonName, name),
      ] {
        parts.put(DERWriter.Tag.set) { set in
          set.put(DERWriter.Tag.sequence) { attribute in
            attribute.putIdentifier(type)
            attribute.put(DERWriter.Tag.utf8String, value.utf8)
          }
        }
      }
    }
  }

  private static func put(key modulus: [UInt8], into writer: inout DERWriter) {
    var key = DERWriter()
    key.put(DERWriter.Tag.sequence) { numbers in
      numbers.putInteger(modulus)
      numbers.putInteger([1, 0, 1])
    }
    writer.put(DERWriter.Tag.sequence) { info in
      put(Identifier.rsaEncryption, into: &info)
      info.putBitString(key.bytes)
    }
  }

  private func putExtensions(into writer: inout DERWriter) {
    writer.put(DERWriter.Tag.extensions) { tagged in
      tagged.put(DERWriter.Tag.sequence) { extensions in
        extensions.put(DERWriter.Tag.sequence) { constraints in
          constraints.putIdentifier(Identifier.basicConstraints)
          constraints.put(DERWriter.Tag.boolean, [0xFF])
          constraints.put(DERWriter.Tag.octetString) { value in
            value.put(DERWriter.Tag.sequence) { sequence in
              if isAuthority { sequence.put(DERWriter.Tag.boolean, [0xFF]) }
            }
          }
        }
        guard !isAuthority else { return }
        extensions.put(DERWriter.Tag.sequence) { names in
          names.putIdentifier(Identifier.subjectAltName)
          names.put(DERWriter.Tag.octetString) { value in
            value.put(DERWriter.Tag.sequence) { $0.put(DERWriter.Tag.dnsName, subject.utf8) }
          }
        }
      }
    }
  }
}
