import Crypto

/// A certificate as a peer sent it, readable or not.
package struct TLSCertificate: Equatable, Sendable {
  /// Bytes of the encoded certificate.
  package var length: Int
  /// `nil` where the bytes are no certificate that can be read.
  package var certificate: X509Certificate?
  /// Why there is no ``certificate``, in words.
  package var problem: String?

  /// Reads an encoded certificate.
  init(parsing bytes: RawSpan) {
    length = bytes.byteCount
    guard length <= TLSLimits.certificate else {
      problem = "longer than \(TLSLimits.certificate) bytes"
      return
    }
    let encoded = Array(copying: bytes)
    do {
      var read = try X509Certificate(derEncoded: encoded)
      read.sha1 = Array(Insecure.SHA1.hash(data: encoded))
      read.sha256 = Array(SHA256.hash(data: encoded))
      certificate = read
    } catch {
      problem = "\(error)"
    }
  }

  /// The chain in the body of a Certificate message of TLS 1.2 and before (RFC 5246 §7.4.2), and
  /// how many certificates it has beyond ``TLSLimits/certificates``.
  static func chain(parsing body: RawSpan) -> (certificates: [TLSCertificate], dropped: Int) {
    var certificates: [TLSCertificate] = []
    var dropped = 0
    var reader = ByteReader(body)
    guard let length = try? reader.readUInt24() else { return ([], 0) }
    // A message that was cut still has its first certificates.
    let end = min(reader.remaining, Int(length))
    guard var list = try? reader.readPart(end) else { return ([], 0) }
    while let length = try? list.readUInt24(), let bytes = try? list.readBytes(Int(length)) {
      if certificates.count < TLSLimits.certificates {
        certificates.append(TLSCertificate(parsing: bytes))
      } else {
        dropped += 1
      }
    }
    return (certificates, dropped)
  }
}
