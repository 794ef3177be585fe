import Dissection
import TestSupport
import Testing

/// Names, dates and serial numbers of every certificate in the corpus, as openssl reads them.
@Suite(
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
  .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
  .enabled(if: Tool.isPresent("openssl"), "needs openssl")
)
struct CertificateOracleTests {
  private static let captures = [
    "zeek__tls-tls1.2.pcap", "zeek__pppoe-over-qinq.pcap", "ndpi__reddit.pcap", "ndpi__webex.pcap",
    "ndpi__instagram.pcap", "pcapplusplus__Pcap++Test-example.pcap",
    "wireshark__http2_follow_multistream.pcapng",
  ]

  @Test(arguments: captures)
  func certificatesEqualOpenSSLs(capture: String) throws {
    let path = Corpus.path(for: capture)
    let ours = try certificates(in: path)
    let theirs = try readings(of: path)
    #expect(!theirs.isEmpty)
    #expect(Set(ours.keys) == Set(theirs.keys))
    for (fingerprint, lines) in theirs {
      #expect(ours[fingerprint].map(Self.lines) == lines)
    }
  }

  /// What Apus reads, by the SHA-256 of the certificate.
  private func certificates(in path: String) throws -> [String: X509Certificate] {
    var found: [String: X509Certificate] = [:]
    for conversation in try ConversationReader.conversations(in: path) {
      let dissector = conversation.dissect(
        with: TLSDissector(),
        recognise: TLSDissector.recognise
      )
      for entry in dissector?.finished.first?.serverCertificates ?? [] {
        let certificate = try #require(entry.certificate, "\(entry.problem ?? "")")
        found[certificate.sha256.hexadecimalText] = certificate
      }
    }
    return found
  }

  /// What openssl reads of the certificates that tshark finds.
  private func readings(of path: String) throws -> [String: [String]] {
    let openssl = try #require(Tool("openssl"))
    let folder = try TemporaryDirectory()
    let rows = try #require(Tshark()).fields(["tls.handshake.certificate"], of: path, where: "tls")
    var readings: [String: [String]] = [:]
    for encoded in Set(rows.flatMap { $0[0].split(separator: ";") }) {
      let file = try folder.write([UInt8](hexadecimal: String(encoded)), to: "certificate")
      let lines = try openssl.run([
        "x509", "-in", file, "-inform", "der", "-noout", "-fingerprint", "-sha256", "-serial",
        "-subject", "-issuer", "-startdate", "-enddate", "-nameopt", "RFC2253,-esc_msb,utf8",
        "-dateopt", "iso_8601",
      ]).lines.map(String.init)
      let digits = lines[0].split(separator: "=")[1].filter { $0 != ":" }.lowercased()
      readings[digits] = Array(lines.dropFirst())
    }
    return readings
  }

  /// A certificate as openssl writes it.
  private static func lines(_ certificate: X509Certificate) -> [String] {
    [
      "serial=" + certificate.serialNumber.hexadecimalText.uppercased(),
      "subject=\(certificate.subject)", "issuer=\(certificate.issuer)",
      "notBefore=" + date(certificate.notBefore), "notAfter=" + date(certificate.notAfter),
    ]
  }

  private static func date(_ seconds: Int64?) -> String {
    guard let seconds else { return "none" }
    return CivilTime(seconds: seconds).description.dropLast(6) + "Z"
  }
}
