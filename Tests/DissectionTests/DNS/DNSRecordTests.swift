import Dissection
import Packets
import Testing

struct DNSRecordTests {
  struct Sample: Sendable {
    var type: UInt16
    var bytes: [UInt8]
    var data: DNSRecordData
    var text: String
  }

  private static let samples: [Sample] = [
    Sample(type: 1, bytes: [10, 0, 0, 1], data: .a(IPAddress(v4: 0x0a00_0001)), text: "10.0.0.1"),
    Sample(
      type: 28,
      bytes: [0x20, 1, 0x0d, 0xb8] + [UInt8](repeating: 0, count: 11) + [1],
      data: .aaaa(IPAddress(high: 0x2001_0db8_0000_0000, low: 1)),
      text: "2001:db8::1"
    ),
    Sample(
      type: 28,
      bytes: [UInt8](repeating: 0, count: 10) + [255, 255, 10, 0, 0, 1],
      data: .aaaa(IPAddress(v4: 0x0a00_0001)),
      text: "::ffff:10.0.0.1"
    ),
    Sample(type: 5, bytes: [1, 98, 0xc0, 12], data: .name("b.a.de"), text: "b.a.de"),
    Sample(
      type: 15,
      bytes: [0, 10, 0xc0, 12],
      data: .mx(preference: 10, exchange: "a.de"),
      text: "a.de"
    ),
    Sample(type: 16, bytes: [2, 104, 105, 0], data: .text(["hi", ""]), text: "TXT 2 hi TXT 0 "),
    Sample(
      type: 33,
      bytes: [0, 1, 0, 2, 0, 80, 0xc0, 12],
      data: .srv(priority: 1, weight: 2, port: 80, target: "a.de"),
      text: "a.de"
    ),
    Sample(
      type: 257,
      bytes: [0, 5] + Array("issueca.net".utf8),
      data: .authorization(flags: 0, tag: "issue", value: "ca.net"),
      text: "CAA issue ca.net"
    ),
    Sample(type: 46, bytes: [1, 2, 3], data: .opaque(3), text: "RRSIG of 3 bytes"),
    Sample(type: 1234, bytes: [], data: .opaque(0), text: "TYPE1234 of 0 bytes"),
    // Not what the type asks for.
    Sample(type: 1, bytes: [10, 0, 0], data: .malformed(3), text: "A of 3 bytes"),
    Sample(type: 5, bytes: [0xc0, 34], data: .malformed(2), text: "CNAME of 2 bytes"),
    Sample(type: 16, bytes: [3, 104], data: .malformed(2), text: "TXT of 2 bytes"),
    Sample(
      type: 65,
      bytes: [0, 1, 0, 0, 1, 0, 9, 2],
      data: .malformed(8),
      text: "HTTPS of 8 bytes"
    ),
  ]

  @Test(arguments: samples)
  func contentsAreReadByType(sample: Sample) throws {
    let second = DNSBytes.record(type: 1, [10, 0, 0, 9])
    let bytes = DNSBytes.response(
      "a.de",
      [DNSBytes.record(type: sample.type, sample.bytes), second]
    )
    let message = try DNSMessage(parsing: bytes.span.bytes)
    #expect(message.answers.first?.data == sample.data)
    #expect(message.answers.first?.text == sample.text)
    #expect(message.answers.last?.data == .a(IPAddress(v4: 0x0a00_0009)), "what follows is read")
    #expect(message.damage == nil)
  }

  private static func onlyAnswer(type: UInt16, _ data: [UInt8]) throws -> DNSRecord {
    let bytes = DNSBytes.response("a.de", [DNSBytes.record(type: type, data)])
    return try #require(try DNSMessage(parsing: bytes.span.bytes).answers.first)
  }

  @Test func anAuthorityIsReadToItsEnd() throws {
    let times = [1, 2, 3, 4, 5].flatMap { [0, 0, 0, $0] as [UInt8] }
    let record = try Self.onlyAnswer(type: 6, [0xc0, 12, 0] + times)
    guard case .soa(let authority) = record.data else {
      Issue.record("not an authority")
      return
    }
    #expect(authority.primary == "a.de")
    #expect(authority.mailbox.isEmpty)
    #expect(authority.serial == 1)
    #expect(authority.refresh == 2)
    #expect(authority.retry == 3)
    #expect(authority.expire == 4)
    #expect(authority.minimum == 5)
    #expect(record.text == "a.de")
  }

  @Test func aServiceBindingIsReadByItsParameters() throws {
    let parameters: [[UInt8]] = [
      [0, 1, 0, 3, 2, 104, 50], [0, 3, 0, 2, 1, 0xbb], [0, 4, 0, 4, 10, 0, 0, 1], [0, 5, 0, 0],
      [0, 6, 0, 16] + [UInt8](repeating: 1, count: 16),
    ]
    let record = try Self.onlyAnswer(type: 65, [0, 1, 0] + parameters.flatMap { $0 })
    guard case .serviceBinding(let binding) = record.data else {
      Issue.record("not a service binding")
      return
    }
    #expect(binding.keys == [1, 3, 4, 5, 6])
    #expect(binding.protocols == ["h2"])
    #expect(binding.port == 443)
    #expect(
      binding.addresses.map(\.description) == ["10.0.0.1", "101:101:101:101:101:101:101:101"]
    )
    #expect(binding.offersEncryptedHello)
    #expect(record.text == "HTTPS 1 .")
  }

  @Test func theOptionRecordAddsToTheHeader() throws {
    let options: [UInt8] = [0, 8, 0, 7, 0, 1, 24, 0, 10, 1, 2, 0, 15, 0, 2, 0, 6]
    let record = DNSBytes.record(
      type: 41,
      class: 1232,
      ttl: 0x0100_8000,
      name: [0],
      options
    )
    let bytes = DNSBytes.header(flags: 0x8180, additionals: 1) + record
    let message = try DNSMessage(parsing: bytes.span.bytes)
    let edns = try #require(message.edns)
    #expect(edns.payloadSize == 1232)
    #expect(edns.isDNSSECWanted)
    #expect(edns.options == [8, 15])
    #expect(edns.clientSubnet?.address == IPAddress(v4: 0x0a01_0200))
    #expect(edns.clientSubnet?.prefixLength == 24)
    #expect(edns.extendedErrors == [6])
    #expect(message.responseCode.name == "BADVERS")
  }
}
