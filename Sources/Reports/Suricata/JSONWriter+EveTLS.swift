internal import Dissection
internal import Packets

extension JSONWriter {
  mutating func writeEve(_ session: TLSSession) {
    beginObject("tls")
    if let certificate = session.serverCertificates.first?.certificate { write(certificate) }
    if session.serverCertificates.isEmpty, session.resumption != nil,
      session.version?.isTLS13 == false
    {
      field("session_resumed", true)
    }
    if let name = session.serverName { field("sni", name) }
    field("version", Self.name(of: session.version))
    if let hello = session.clientHello {
      write("ja3", JA3(hello))
      field("ja4", JA4(hello, over: .tcp).text)
    }
    if let hello = session.serverHello { write("ja3s", JA3(hello)) }
    endObject()
  }

  mutating func writeEve(_ connection: QUICConnection) {
    beginObject("quic")
    if let version = connection.version { field("version", Self.name(of: version)) }
    if let name = connection.serverName { field("sni", name) }
    if let hello = connection.clientHello {
      write("ja3", JA3(hello))
      field("ja4", JA4(hello, over: .quic).text)
    }
    if let hello = connection.serverHello { write("ja3s", JA3(hello)) }
    endObject()
  }

  private mutating func write(_ key: StaticString, _ fingerprint: JA3) {
    beginObject(key)
    field("hash", fingerprint.hash)
    field("string", fingerprint.text)
    endObject()
  }

  private mutating func write(_ certificate: X509Certificate) {
    field("subject", Self.text(of: certificate.subject))
    field("issuerdn", Self.text(of: certificate.issuer))
    field("serial", Self.joined(certificate.serialNumber).uppercased())
    field("fingerprint", Self.joined(certificate.sha1))
    if let time = Self.timestamp(certificate.notBefore) {
      quoted("notbefore") { $0.put(date: time) }
    }
    if let time = Self.timestamp(certificate.notAfter) {
      quoted("notafter") { $0.put(date: time) }
    }
  }

  /// The parts in the order of the certificate.
  private static func text(of name: DistinguishedName) -> String {
    name.attributes.map { "\($0.type)=\($0.value)" }.joined(separator: ", ")
  }

  private static func joined(_ bytes: [UInt8]) -> String {
    bytes.map { [$0].hexadecimalText }.joined(separator: ":")
  }

  private static func timestamp(_ seconds: Int64?) -> Timestamp? {
    guard let seconds else { return nil }
    let (product, isTooFar) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    return isTooFar ? nil : Timestamp(nanoseconds: product)
  }

  private static func name(of version: TLSVersion?) -> String {
    guard let version else { return "UNDETERMINED" }
    switch version {
    case .ssl2: return "SSLv2"
    case .ssl3: return "SSLv3"
    case .tls10: return "TLSv1"
    case .tls11, .tls12, .tls13: return "\(version)"
    case _ where version.rawValue >> 8 == 0x7f:
      return "TLS 1.3 draft-\(version.rawValue & 0xff)"
    default: return "0x" + String(version.rawValue, radix: 16)
    }
  }

  private static func name(of version: QUICVersion) -> String {
    version == .version2 ? "v2" : String(version.rawValue, radix: 16)
  }
}
