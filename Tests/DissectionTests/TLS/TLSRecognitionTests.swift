import Dissection
import Testing

struct TLSRecognitionTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    var bytes: [UInt8]
    var expected: Recognition
    var testDescription: String { "\(bytes) is \(expected)" }
  }

  @Test(arguments: [
    Vector(bytes: [], expected: .needsMore),
    Vector(bytes: [22], expected: .needsMore),
    Vector(bytes: [22, 3, 1, 2, 0], expected: .needsMore),
    Vector(bytes: [22, 3, 1, 2, 0, 1], expected: .yes(.client)),
    Vector(bytes: [22, 3, 0, 0, 50, 1], expected: .yes(.client)),
    Vector(bytes: [22, 3, 3, 0, 80, 2], expected: .yes(.server)),
    Vector(bytes: [22, 3, 3, 0, 80, 7], expected: .no),
    Vector(bytes: [22, 3, 9, 0, 80, 2], expected: .no),
    Vector(bytes: [22, 3, 3, 0xff, 80, 2], expected: .no),
    Vector(bytes: [23, 3, 3, 0, 80, 2], expected: .no),
    Vector(bytes: [0x47, 0x45], expected: .no),
    Vector(bytes: Array("SSH-2.0".utf8), expected: .no),
  ])
  func helloIsToldByItsFirstBytes(vector: Vector) {
    #expect(TLSDissector.recognise(vector.bytes.span.bytes) == vector.expected)
  }

  private static let oldHello: [UInt8] =
    [0x80, 31, 1, 3, 1, 0, 6, 0, 0, 0, 16, 0, 0, 0x2f, 7, 0, 0xc0]
    + [UInt8](repeating: 5, count: 16)

  @Test func helloOfSSLv2IsRecognised() {
    let bytes = Self.oldHello
    #expect(TLSDissector.recognise(bytes.span.bytes) == .yes(.client))
    #expect(TLSDissector.recognise(bytes[0..<7].span.bytes) == .needsMore)
  }

  @Test func helloOfSSLv2IsFollowedByRecords() throws {
    var script = TLSScript()
    script.send(Self.oldHello + TLSBytes.record(21, [2, 40]), from: .client)
    let session = try #require(script.finish())
    #expect(session.clientHello?.isSSLv2 == true)
    #expect(session.clientHello?.legacyVersion == .tls10)
    #expect(session.clientHello?.cipherSuites == [CipherSuite(rawValue: 0x2f)])
    #expect(session.alerts.count == 1)
  }
}
