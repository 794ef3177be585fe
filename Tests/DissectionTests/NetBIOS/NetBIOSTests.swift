import Dissection
import Packets
import TestSupport
import Testing

struct NetBIOSTests {
  /// "FRED" and its blanks, from RFC 1001 §14.1, with suffix 0x20.
  private static let fred = "EGFCEFEECACACACACACACACACACACACA"

  @Test(arguments: [
    (fred, "FRED<20>", ""), (fred + ".NETBIOS.COM", "FRED<20>", "NETBIOS.COM"),
    ("CKAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "*<00>", ""),
  ])
  func namesAreDecoded(encoded: String, name: String, scope: String) throws {
    let decoded = try NetBIOSName(firstLevel: encoded)
    #expect(decoded.description == name)
    #expect(decoded.scope == scope)
  }

  @Test(arguments: ["", "EGFC", String(repeating: "Q", count: 32), "www.example.com"])
  func otherNamesAreRefused(encoded: String) {
    #expect(throws: DissectionError.self) { try NetBIOSName(firstLevel: encoded) }
  }

  @Test func anAnswerHasItsOwners() throws {
    let record = DNSBytes.record(
      type: 0x20,
      name: DNSBytes.name(Self.fred),
      [0x80, 0, 10, 0, 0, 1, 0, 0, 10, 0, 0, 2]
    )
    let bytes = DNSBytes.header(flags: 0xad80, answers: 1) + record
    let message = try NetBIOSNameMessage(parsing: bytes.span.bytes)
    #expect(message.operation == .registration)
    #expect(message.records.first?.name.text == "FRED")
    #expect(message.records.first?.addresses.map(\.description) == ["10.0.0.1", "10.0.0.2"])
    #expect(message.damage == nil)
    #expect(NetBIOSNameMessage.recognise(bytes.span.bytes) == .yes(.server))
    let other = DNSBytes.query("www.example.com")
    #expect(NetBIOSNameMessage.recognise(other.span.bytes) == .no)
  }

  @Test func aStatusNamesEverything() throws {
    let names = Array("SERVER".utf8) + [UInt8](repeating: 0x20, count: 9) + [0x20, 4, 0]
    let record = DNSBytes.record(type: 0x21, name: DNSBytes.name(Self.fred), [2] + names + names)
    let bytes = DNSBytes.header(flags: 0x8400, answers: 1) + record
    let message = try NetBIOSNameMessage(parsing: bytes.span.bytes)
    #expect(message.records.first?.names.map(\.description) == ["SERVER<20>", "SERVER<20>"])
  }

  private static let captures: Set = [
    "ndpi__1kxun.pcap", "pcapplusplus__Pcap++Test-solaris.snoop", "zeek__tunnels-Teredo.pcap",
  ]

  private static let names = FieldComparison<NetBIOSNameMessage>(fields: [
    .init("nbns.id") { [hexadecimal($0.id)] },
    .init("nbns.flags") { [hexadecimal($0.flags.rawValue)] },
    .init("nbns.name") { ($0.questions.map(\.name) + $0.records.map(\.name)).map(escaped) },
    .init("nbns.type") { message in
      (message.questions.map(\.type) + message.records.map(\.type)).map { "\($0)" }
    },
    .init("nbns.ttl") { $0.records.map { "\($0.ttl)" } },
    .init("nbns.addr") { $0.records.flatMap(\.addresses).map(\.description) },
  ])

  private static let datagrams = FieldComparison<NetBIOSDatagram>(fields: [
    .init("nbdgm.type") { ["\($0.kind.rawValue)"] },
    .init("nbdgm.dgram_id") { [hexadecimal($0.id)] },
    .init("nbdgm.src.ip") { [$0.sourceAddress.description] },
    .init("nbdgm.src.port") { ["\($0.sourcePort)"] },
  ])

  /// The name as tshark prints it, with the meaning of its suffix left out.
  private static func escaped(_ name: NetBIOSName) -> String {
    name.description.unicodeScalars.map { scalar in
      scalar.value < 32 ? "<0\(String(scalar.value, radix: 16))>" : String(scalar)
    }.joined()
  }

  @Test(
    .enabled(if: Corpus.isPresent && Tshark.isPresent, "\(Corpus.absence) and tshark"),
    arguments: captures
  )
  func fieldsAreThoseOfTshark(name: String) throws {
    let capture = try #require(Corpus.captures.first { $0.name == name })
    let names = try CapturedMessages.read(capture.path, ports: [137]) {
      try NetBIOSNameMessage(parsing: $0.span.bytes)
    }
    let datagrams = try CapturedMessages.read(capture.path, ports: [138]) {
      try NetBIOSDatagram(parsing: $0.span.bytes)
    }
    #expect(!names.isEmpty)
    #expect(!datagrams.isEmpty)
    expectNone(try Self.names.differences(capture.path, names), besides: [], in: capture)
    expectNone(try Self.datagrams.differences(capture.path, datagrams), besides: [], in: capture)
  }
}
