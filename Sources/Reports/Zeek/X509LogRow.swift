internal import Analysis
internal import Dissection
internal import Packets

/// A line of `x509.log` (Zeek's `base/files/x509/main.zeek`).
struct X509LogRow: ZeekRow {
  static let log = ZeekLogName.x509

  /// Nanoseconds since the epoch.
  let time: Int64
  let certificate: X509Certificate
  /// The first of its chain.
  let isHost: Bool
  let isClient: Bool

  func write(to log: inout ZeekLogWriter) {
    let key = ZeekPublicKey(certificate.publicKey)
    log.time("ts", time)
    log.string("fingerprint", certificate.sha256.hexadecimalText)
    log.count("certificate.version", UInt64(clamping: certificate.version))
    log.string("certificate.serial", certificate.serialNumber.hexadecimalText.uppercased())
    log.string("certificate.subject", Self.text(of: certificate.subject))
    log.string("certificate.issuer", Self.text(of: certificate.issuer))
    log.time("certificate.not_valid_before", Self.nanoseconds(certificate.notBefore))
    log.time("certificate.not_valid_after", Self.nanoseconds(certificate.notAfter))
    log.string("certificate.key_alg", key.algorithm)
    log.string("certificate.sig_alg", ZeekPublicKey.signature(certificate.signatureAlgorithm))
    log.string("certificate.key_type", key.type)
    log.count("certificate.key_length", key.bits)
    log.string("certificate.exponent", key.exponent)
    log.string("certificate.curve", key.curve)
    writeAlternativeNames(to: &log)
    log.bool("basic_constraints.ca", certificate.isCertificateAuthority)
    log.count("basic_constraints.path_len", certificate.pathLength.map(UInt64.init(clamping:)))
    log.bool("host_cert", isHost)
    log.bool("client_cert", isClient)
  }

  private func writeAlternativeNames(to log: inout ZeekLogWriter) {
    var dns: [String] = []
    var uri: [String] = []
    var mail: [String] = []
    var addresses: [String] = []
    for name in certificate.alternativeNames {
      switch name {
      case .dns(let name): dns.append(name)
      case .uri(let name): uri.append(name.withoutUserInfo)
      case .mail(let name): mail.append(name)
      case .address(let bytes):
        if let address = IPAddress(bytes: bytes) { addresses.append("\(address)") }
      }
    }
    log.list("san.dns", dns.isEmpty ? nil : dns, type: "vector[string]")
    log.list("san.uri", uri.isEmpty ? nil : uri, type: "vector[string]")
    log.list("san.email", mail.isEmpty ? nil : mail, type: "vector[string]")
    log.list("san.ip", addresses.isEmpty ? nil : addresses, type: "vector[addr]")
  }

  /// A name as OpenSSL writes it by RFC 2253: bytes beyond ASCII are two digits after a backslash.
  private static func text(of name: DistinguishedName) -> String {
    var text = ""
    for byte in "\(name)".utf8 {
      if 0x20..<0x7f ~= byte {
        text.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        text += "\\" + [byte].hexadecimalText.uppercased()
      }
    }
    return text
  }

  private static func nanoseconds(_ seconds: Int64?) -> Int64? {
    guard let seconds else { return nil }
    let (product, isTooFar) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return isTooFar ? nil : product
  }
}
