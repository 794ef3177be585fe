import Dissection
import TestSupport
import Testing

/// Fingerprints and certificates of the corpus that others have published.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct CorpusFingerprintTests {
  struct Fact: CustomTestStringConvertible, Sendable {
    var file: String
    var ja3: String
    var ja4: String
    var sessions: Int
    var testDescription: String { "\(file) \(ja4)" }
  }

  private static func sessions(of file: String) throws -> [TLSSession] {
    try ConversationReader.conversations(in: Corpus.path(for: file)).flatMap { conversation in
      conversation.dissect(with: TLSDissector(), recognise: TLSDissector.recognise)?.finished ?? []
    }
  }

  /// As the results of nDPI's tests name them.
  ///
  /// Left out are those where it leaves the specification: "i" for numeric server names, "d" for
  /// names that it knows from elsewhere, "ht" for "http/1.1".
  private static let facts: [Fact] = [
    Fact(
      file: "ndpi__reddit.pcap",
      ja3: "b32309a26951912be7dba376398abc3b",
      ja4: "t13d1515h2_8daaf6152771_de4a06bb82e3",
      sessions: 59
    ),
    Fact(
      file: "ndpi__tls_multiple_synack_different_seq.pcapng",
      ja3: "b32309a26951912be7dba376398abc3b",
      ja4: "t13d1515h2_8daaf6152771_de4a06bb82e3",
      sessions: 1
    ),
    Fact(
      file: "ndpi__instagram.pcap",
      ja3: "54ae5fcb0159e2ddf6a50e149221c7c7",
      ja4: "t10d350400_1f24bcc5f17d_a875e5012fde",
      sessions: 5
    ),
    Fact(
      file: "ndpi__webex.pcap",
      ja3: "f9010d8c34749bdf7659b52227e6f91b",
      ja4: "t12d280600_519b4837d290_570a46b37db9",
      sessions: 4
    ),
    Fact(
      file: "ndpi__webex.pcap",
      ja3: "75edb912bc6f0a222ae3e3e47f5c89b1",
      ja4: "t12d200500_6e20beb92e8e_c70a3c84db07",
      sessions: 1
    ),
  ]

  @Test(arguments: facts)
  func ja4EqualsNDPIs(fact: Fact) throws {
    let hellos = try Self.sessions(of: fact.file).compactMap(\.clientHello)
      .filter { JA3($0).hash == fact.ja3 }
    #expect(Set(hellos.map { JA4($0, over: .tcp).text }) == [fact.ja4])
    #expect(hellos.count == fact.sessions)
  }

  @Test func certificatesEqualZeeks() throws {
    let session = try #require(try Self.sessions(of: "zeek__tls-tls1.2.pcap").first)
    let rows = try ZeekTable(
      Corpus.directory + "/zeek-baselines/zeek__tls-tls1.2.pcap__"
        + "scripts.base.protocols.ssl.tls-1.2__x509.log"
    ).rows
    #expect(rows.count == 3)
    for (row, entry) in zip(rows, session.serverCertificates) {
      let certificate = try #require(entry.certificate)
      #expect(certificate.sha256.hexadecimalText == row["fingerprint"])
      #expect("\(certificate.version)" == row["certificate.version"])
      #expect(certificate.serialNumber.hexadecimalText.uppercased() == row["certificate.serial"])
      #expect(certificate.subject.description == row["certificate.subject"])
      #expect(certificate.issuer.description == row["certificate.issuer"])
      #expect(
        certificate.notBefore.map { "\($0).000000" } == row["certificate.not_valid_before"]
      )
      #expect(certificate.notAfter.map { "\($0).000000" } == row["certificate.not_valid_after"])
      #expect(certificate.signatureAlgorithm == row["certificate.sig_alg"])
      #expect(certificate.publicKey == .rsa(bits: 2048, exponent: 65537))
      #expect(certificate.isCertificateAuthority == (row["basic_constraints.ca"] == "T"))
      #expect((certificate.pathLength.map { "\($0)" } ?? "-") == row["basic_constraints.path_len"])
    }
  }
}
