import Dissection
import Testing

struct FingerprintTests {
  @Test(arguments: JA4Vector.published)
  func ja4EqualsThePublished(vector: JA4Vector) {
    let fingerprint = JA4(vector.hello, over: .tcp)
    #expect(fingerprint.text == vector.fingerprint)
  }

  struct Name: Sendable {
    var bytes: [UInt8]
    var ends: String
  }

  @Test(arguments: [
    Name(bytes: [], ends: "00"), Name(bytes: [0xab], ends: "ab"), Name(bytes: [0x20], ends: "20"),
    Name(bytes: [0xab, 0xcd], ends: "ad"), Name(bytes: [0x20, 0x61], ends: "21"),
    Name(bytes: [0x30, 0xab], ends: "3b"), Name(bytes: [0x61, 0x20], ends: "60"),
    Name(bytes: [0x30, 0x31, 0xab, 0xcd], ends: "3d"),
    Name(bytes: [0x30, 0xab, 0xcd, 0x31], ends: "01"), Name(bytes: [0x78], ends: "xx"),
  ])
  func ja4ShowsTheEndsOfTheFirstName(name: Name) {
    let hello = ClientHello(
      parsing: TLSBytes.clientHello(suites: [], extensions: [TLSBytes.protocols([name.bytes])])
    )
    #expect(JA4(hello, over: .quic).text == "q12i0001\(name.ends)_000000000000_000000000000")
  }

  @Test func ja4CountsUpToNinetyNine() {
    let hello = ClientHello(parsing: TLSBytes.clientHello(suites: Array(0..<120)))
    #expect(JA4(hello, over: .tcp).a == "t12i990000")
  }

  @Test func ja3LeavesGREASEOut() {
    let hello = ClientHello(
      parsing: TLSBytes.clientHello(
        suites: [0x1a1a, 47, 255],
        extensions: [(0xfafa, []), (10, TLSBytes.numbers([0x3a3a, 29])), (11, [1, 0])]
      )
    )
    #expect(JA3(hello).text == "771,47-255,10-11,29,0")
    let bare = ClientHello(parsing: TLSBytes.clientHello(suites: []))
    #expect(JA3(bare).text == "771,,,,")
    // MD5 of that text, by md5sum.
    #expect(JA3(bare).hash == "bddda940f9963577c41d7c28b1a5f65f")
  }
}
