import Dissection
import Packets
import TestSupport
import Testing

/// Every datagram parser with every other's messages, cut and with bits turned over.
///
/// A defect is a trap, or more than the bounds allow.
struct DatagramDamageTests {
  private static let dns =
    DNSBytes.header(flags: 0x8180, questions: 1, answers: 5)
    + DNSBytes.question("a.de")
    + [
      (1, [10, 0, 0, 1]), (16, [2, 104, 105]),
      (6, [0xc0, 12, 0] + [UInt8](repeating: 1, count: 20)),
      (65, [0, 1, 0, 0, 1, 0, 3, 2, 104, 50, 0, 4, 0, 4, 10, 0, 0, 1]),
      (33, [0, 1, 0, 2, 0, 80, 0]),
    ].flatMap { (type: Int, data: [UInt8]) in DNSBytes.record(type: UInt16(type), data) }
  private static let dhcp =
    [1, 1, 6, 0] + [UInt8](repeating: 0, count: 232) + [0x63, 0x82, 0x53, 0x63]
    + [53, 1, 1, 52, 1, 3, 3, 4, 10, 0, 0, 1, 12, 2, 97, 98, 255]
  private static let ntp = [0x24, 1, 6, 0xec] + [UInt8](repeating: 9, count: 44)
  private static let snmp: [UInt8] = [
    0x30, 0x1a, 2, 1, 1, 4, 1, 112, 0xa0, 18, 2, 1, 9, 2, 1, 0, 2, 1, 0, 0x30, 7, 0x30, 5, 6, 1,
    0x2b, 5, 0,
  ]
  private static let stun: [UInt8] =
    [1, 1, 0, 12, 0x21, 0x12, 0xa4, 0x42] + [UInt8](repeating: 7, count: 12)
    + [0, 0x20, 0, 8, 0, 1, 0xa1, 0x47, 0xe1, 0x12, 0xa6, 0x43]
  private static let ssdp = Array("NOTIFY * HTTP/1.1\r\nNT: a\r\nNTS: b\r\nMX: 3\r\n\r\n".utf8)
  private static let netBIOS =
    DNSBytes.header(flags: 0x8400, answers: 1)
    + DNSBytes.record(
      type: 0x21,
      name: DNSBytes.name("EGFCEFEECACACACACACACACACACACACA"),
      [1] + [UInt8](repeating: 65, count: 18)
    )
  private static let neighbor: [UInt8] =
    [136, 0, 0, 0, 0xe0, 0, 0, 0] + [UInt8](repeating: 3, count: 16) + [2, 1, 2, 0, 0, 0, 0, 9]

  private static let seeds = [dns, dhcp, ntp, snmp, stun, ssdp, netBIOS, neighbor]

  /// What all parsers make of it.
  private static func parse(_ bytes: [UInt8], _ tables: inout Tables) {
    let span = bytes.span.bytes
    if let message = try? DNSMessage(parsing: span) {
      for record in message.records { _ = record.text }
      _ = tables.names.receive(message, from: .client, at: tables.moment)
    }
    if let message = try? DHCPMessage(parsing: span) {
      tables.leases.receive(message, at: tables.moment)
    }
    tables.clocks.receive(span, from: .client, at: tables.moment)
    tables.managers.receive(span, from: .server, at: tables.moment)
    tables.paths.receive(span, from: .server, at: tables.moment)
    tables.stream.receive(span, from: .client, at: tables.moment)
    _ = try? NetBIOSNameMessage(parsing: span)
    _ = try? NetBIOSDatagram(parsing: span)
    _ = try? SSDPMessage(parsing: span)
    if let message = try? ARPMessage(parsing: span) {
      tables.neighbors.receive(message, in: .none, at: tables.moment)
    }
    if let message = try? NeighborMessage(parsing: span) {
      let host = IPAddress(v4: 1)
      tables.neighbors.receive(message, from: host, to: host, in: .none, at: tables.moment)
    }
    for recognise in [
      DNSMessage.recognise, DNSStream.recognise, DHCPMessage.recognise, NTPMessage.recognise,
      SNMPMessage.recognise, STUNMessage.recognise, SSDPMessage.recognise,
      NetBIOSNameMessage.recognise, NetBIOSDatagram.recognise,
    ] {
      _ = recognise(span)
    }
  }

  private struct Tables {
    var moment = Moment(frame: 0, time: 0)
    var names = DNSTransactions(transport: .udp)
    var stream = DNSStream()
    var leases = DHCPTransactions()
    var clocks = NTPDatagrams()
    var managers = SNMPDatagrams()
    var paths = STUNDatagrams()
    var neighbors = NeighborTable()
  }

  @Test(.timeLimit(.minutes(2)), arguments: seeds.indices)
  func damageIsHarmless(seed: Int) {
    var tables = Tables()
    let bytes = Self.seeds[seed]
    for end in bytes.indices { Self.parse(Array(bytes[..<end]), &tables) }
    var random: UInt64 = 0x9e37_79b9_7f4a_7c15 &+ UInt64(seed)
    for round in 0..<1_500 {
      var damaged = bytes
      for _ in 0...(round & 3) {
        // xorshift: the same sequence in every run.
        random ^= random << 13
        random ^= random >> 7
        random ^= random << 17
        damaged[Int(random >> 33) % damaged.count] = UInt8(truncatingIfNeeded: random)
      }
      tables.moment.frame += 1
      tables.moment.time &+= Int64(bitPattern: random) >> 20
      Self.parse(damaged, &tables)
    }
    tables.names.finish()
    tables.leases.finish()
    tables.neighbors.finish()
    #expect(tables.names.finished.count <= 2_000)
    #expect(tables.neighbors.bindings.count <= 2_000)
  }
}
