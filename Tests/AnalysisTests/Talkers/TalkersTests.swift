import Flows
import Packets
import Testing

@testable import Analysis

struct TalkersTests {
  private static func record(
    from client: UInt32,
    to server: UInt32,
    port: UInt16,
    _ transport: TransportKind = .tcp,
    sent: (packets: UInt64, bytes: UInt64),
    received: (packets: UInt64, bytes: UInt64)
  ) -> FlowRecord {
    var record = FlowRecord()
    record.transport = transport
    record.originator = Endpoint(address: IPAddress(v4: client), port: 50_000)
    record.responder = Endpoint(address: IPAddress(v4: server), port: port)
    (record.forward.packets, record.forward.wireBytes) = sent
    (record.backward.packets, record.backward.wireBytes) = received
    return record
  }

  private static var talkers: Talkers {
    var talkers = Talkers()
    talkers.add(record(from: 9, to: 5, port: 80, sent: (4, 400), received: (6, 6000)))
    talkers.add(record(from: 7, to: 5, port: 80, sent: (1, 60), received: (1, 60)))
    talkers.add(record(from: 5, to: 9, port: 53, .udp, sent: (1, 80), received: (1, 200)))
    talkers.add(record(from: 9, to: 9, port: 8, .icmp, sent: (2, 200), received: (2, 200)))
    return talkers
  }

  @Test
  func hostsCountWhatTheySentAndReceived() throws {
    let hosts = Self.talkers.hosts.heaviest(10)
    #expect(hosts.map(\.key.v4) == [9, 5, 7])
    #expect(hosts.map(\.weight) == [7080, 6800, 120])
    let server = try #require(hosts.first { $0.key.v4 == 5 }).tally
    #expect(server.flows == 3)
    #expect(server.bytesSent == 6000 + 60 + 80)
    #expect(server.bytesReceived == 400 + 60 + 200)
    #expect(server.packets == 14)
  }

  @Test
  func pairsAreOneWhoeverBegan() throws {
    let pairs = Self.talkers.pairs.heaviest(10)
    let pair = try #require(pairs.first)
    #expect(pair.key == HostPair(IPAddress(v4: 9), IPAddress(v4: 5)))
    #expect(pair.key.low.v4 == 5)
    #expect(pair.tally.flows == 2)
    #expect(pair.tally.bytesSent == 6080)
    #expect(pair.tally.bytesReceived == 600)
  }

  @Test
  func portsAndServicesAreThoseOfTheResponder() {
    let talkers = Self.talkers
    let ports = talkers.ports.heaviest(10)
    #expect(ports.map(\.key.port) == [80, 53])
    #expect(ports.map(\.key.transport) == [.tcp, .udp])
    #expect(ports.map(\.tally.flows) == [2, 1])
    #expect(talkers.services.heaviest(10).map(\.key.address?.v4) == [5, 9])
  }

  @Test
  func tunnelsAndMirroredConnectionsCountOnce() {
    var outer = Self.record(from: 1, to: 2, port: 4789, .udp, sent: (1, 100), received: (0, 0))
    outer.carriesTunnel = true
    var copy = Self.record(from: 1, to: 2, port: 80, sent: (1, 100), received: (0, 0))
    copy.tcp = TCPSummary()
    copy.tcp?.mirrorOf = 3
    var talkers = Talkers()
    talkers.add(outer)
    talkers.add(copy)
    #expect(talkers.hosts.count == 0)
    #expect(talkers.services.count == 0)
  }
}
