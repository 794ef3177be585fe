import Dissection
import Packets
import Testing

@testable import Analysis

struct HardwareEndpointsTests {
  private static let router = HardwareAddress(rawValue: 0x0000_5e00_0101)
  private static let desk = HardwareAddress(rawValue: 0x0022_7200_0001)
  private static let deskHost = IPAddress(v4: 0xc0a8_0107)
  private static let farHost = IPAddress(v4: 0xcb00_7109)

  private static func packet(
    from host: IPAddress,
    hops: UInt8,
    _ network: NetworkKind = .ipv4,
    bytes: UInt32 = 100
  ) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.network = network
    packet.source = host
    packet.hopLimit = hops
    packet.wireLength = bytes
    return packet
  }

  private static var endpoints: HardwareEndpoints {
    var endpoints = HardwareEndpoints()
    endpoints.add(from: desk, to: router, packet(from: deskHost, hops: 64))
    endpoints.add(from: router, to: desk, packet(from: farHost, hops: 57, bytes: 1500))
    endpoints.add(from: desk, to: .broadcast, packet(from: deskHost, hops: 0, .arp, bytes: 60))
    return endpoints
  }

  @Test
  func framesCountForBothEnds() throws {
    let heaviest = Self.endpoints.heaviest(10)
    #expect(heaviest.map(\.address) == [Self.desk, Self.router, .broadcast])
    let desk = try #require(heaviest.first).tally
    #expect(desk.packetsSent == 2)
    #expect(desk.bytesSent == 160)
    #expect(desk.packetsReceived == 1)
    #expect(desk.bytesReceived == 1500)
  }

  @Test
  func hostsBehindARouterAreNotOnTheLink() {
    #expect(Self.endpoints.interfaces == [Self.deskHost: Self.desk])
  }

  @Test
  func aHostThatTwoInterfacesClaimHasNone() {
    var endpoints = Self.endpoints
    endpoints.add(from: Self.router, to: Self.desk, Self.packet(from: Self.deskHost, hops: 255))
    #expect(endpoints.interfaces.isEmpty)
  }

  @Test
  func addressesBeyondTheLimitAreCountedAsSuch() {
    var endpoints = HardwareEndpoints()
    let packet = Self.packet(from: Self.deskHost, hops: 64)
    let last = UInt64(HardwareEndpoints.limit) + 9
    for number in 0...last {
      endpoints.add(from: HardwareAddress(rawValue: number), to: Self.router, packet)
    }
    #expect(endpoints.count == HardwareEndpoints.limit)
    #expect(endpoints.uncounted == last + 2 - UInt64(HardwareEndpoints.limit))
    for host in 0..<20 as Range<UInt32> {
      let packet = Self.packet(from: IPAddress(v4: host + 1), hops: 64)
      endpoints.add(from: HardwareAddress(rawValue: 0), to: Self.router, packet)
    }
    let first = endpoints.heaviest(.max).first { $0.address == .zero }
    #expect(first?.addresses.count == HardwareEndpoints.addressLimit)
  }

  @Test
  func tablesMergeToThatOfTheWhole() {
    var merged = Self.endpoints
    merged.merge(Self.endpoints)
    let (one, two) = (Self.endpoints.heaviest(10), merged.heaviest(10))
    #expect(two.map(\.address) == one.map(\.address))
    #expect(two.map(\.tally.bytes) == one.map { 2 * $0.tally.bytes })
    #expect(merged.interfaces == Self.endpoints.interfaces)
  }
}
