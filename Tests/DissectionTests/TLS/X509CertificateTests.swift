import Dissection
import Testing

struct X509CertificateTests {
  /// Made for this test by openssl: a key on P-256, every kind of name, dates in both formats.
  private static let encoded = [UInt8](
    hexadecimal: """
      30820205308201aca003020102021442a09d48657a7ddd29ad4eadc55c37da67711b57300a06082a8648ce3d0403
      023038310b300906035504061302444531153013060355040a0c0cc39c62756e672c20476d624831123010060355
      04030c09612e6578616d706c653020170d3236313132313130353533325a180f3231323631303238313035353332
      5a3038310b300906035504061302444531153013060355040a0c0cc39c62756e672c20476d624831123010060355
      04030c09612e6578616d706c653059301306072a8648ce3d020106082a8648ce3d030107034200046865dad961df
      c96dc5505318a336489af09378fa05eda3c258637d67ee9f489b03b833315a5efa5961cca20c825f631f956241f0
      db326a9f4dac10a04d9adcdda3819130818e301d0603551d0e041604140fc5ebc7c175a196b905ac0271ad486f33
      9499da301f0603551d230418301680140fc5ebc7c175a196b905ac0271ad486f339499da300f0603551d130101ff
      040530030101ff303b0603551d11043430328209612e6578616d706c658704c0000201810b7840612e6578616d70
      6c65861268747470733a2f2f612e6578616d706c652f300a06082a8648ce3d04030203470030440220386d242b9d
      f606a32b3893b7faa3510b831601be30479b89690930739f0aa018022037bc31a49aa2520a49289e2a2baddef416
      25780d48acea4b6ebc1d38e1910066
      """
  )

  /// A session in which the server shows `certificates`.
  private func session(_ certificates: [[UInt8]]) throws -> TLSSession {
    let list = certificates.flatMap { [UInt8($0.count >> 16)] + TLSBytes.two($0.count) + $0 }
    let body = [UInt8(list.count >> 16)] + TLSBytes.two(list.count) + list
    let message = TLSBytes.message(11, body)
    var script = TLSScript()
    for start in stride(from: 0, to: message.count, by: 1 << 14) {
      let part = Array(message[start..<min(start + 1 << 14, message.count)])
      script.send(TLSBytes.record(22, part), from: .server)
    }
    return try #require(script.finish())
  }

  @Test func everyFieldIsRead() throws {
    let entry = try #require(try session([Self.encoded]).serverCertificates.first)
    let certificate = try #require(entry.certificate)
    #expect(certificate.version == 3)
    #expect(certificate.serialNumber.hexadecimalText == "42a09d48657a7ddd29ad4eadc55c37da67711b57")
    #expect(certificate.subject.description == "CN=a.example,O=Übung\\, GmbH,C=DE")
    #expect(certificate.subject.commonName == "a.example")
    #expect(certificate.isSelfIssued)
    #expect(certificate.notBefore == 1_795_258_532)
    #expect(certificate.notAfter == 4_948_858_532)
    #expect(certificate.publicKey == .ellipticCurve("secp256r1"))
    #expect(certificate.signatureAlgorithm == "ecdsa-with-SHA256")
    #expect(certificate.isCertificateAuthority == true)
    #expect(certificate.pathLength == nil)
    #expect(
      certificate.alternativeNames == [
        .dns("a.example"), .address([192, 0, 2, 1]), .mail("x@a.example"),
        .uri("https://a.example/"),
      ]
    )
    #expect(certificate.sha1.hexadecimalText == "78ee9317323928dbe4f50334dea7ce1dd3f9574d")
  }

  @Test(arguments: [
    ("a b", "a b"), (" a ", "\\ a\\ "), ("#a#", "\\#a#"), ("a,b+c", "a\\,b\\+c"), ("", ""),
    ("<\"\\;>", "\\<\\\"\\\\\\;\\>"),
  ])
  func namesAreWrittenAsRFC4514Says(value: String, written: String) {
    let name = DistinguishedName(attributes: [
      DistinguishedName.Attribute(type: "C", value: "DE"),
      DistinguishedName.Attribute(type: "CN", value: value),
    ])
    #expect(name.description == "CN=\(written),C=DE")
  }

  @Test func whatIsNoCertificateSaysWhy() throws {
    let chain = try session([[1, 2, 3], Array(Self.encoded.dropLast(50)), Self.encoded])
      .serverCertificates
    #expect(chain.map { $0.certificate != nil } == [false, false, true])
    #expect(chain.map { $0.problem?.isEmpty } == [false, false, nil])
  }

  @Test func everyDamagedByteIsSurvived() throws {
    for index in Self.encoded.indices {
      var damaged = Self.encoded
      damaged[index] ^= 0x55
      let entry = try #require(try session([damaged]).serverCertificates.first)
      #expect((entry.certificate == nil) == (entry.problem != nil))
    }
  }

  @Test func chainIsBounded() throws {
    let session = try session([[UInt8]](repeating: Self.encoded, count: 40))
    #expect(session.serverCertificates.count == TLSLimits.certificates)
    #expect(session.certificatesDropped == 40 - TLSLimits.certificates)
  }

  @Test func longCertificateIsNotRead() throws {
    let long = [UInt8](repeating: 0x30, count: TLSLimits.certificate + 1)
    let entry = try #require(try session([long]).serverCertificates.first)
    #expect(entry.length == long.count)
    #expect(entry.problem == "longer than 65536 bytes")
  }
}
