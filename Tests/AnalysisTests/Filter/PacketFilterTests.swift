import Packets
import Testing

@testable import Analysis

/// What the filter language means, on frames made by hand.
struct PacketFilterTests {
  /// A TCP segment 10.0.0.1:40000 → 192.168.1.2:80 in VLAN 7, frame 5, 2 s after the start.
  static let tcp = Frame.packet(
    .tcp,
    from: "10.0.0.1",
    40_000,
    to: "192.168.1.2",
    80,
    frame: 5,
    seconds: 102,
    path: 1
  )
  /// A DNS query over IPv6 without VLAN.
  static let dns = Frame.packet(
    .udp,
    from: "2001:db8::1",
    5353,
    to: "2001:db8::53",
    53,
    frame: 6,
    seconds: 103,
    path: 0
  )
  /// An ICMP echo request: type 8, code 0.
  static let ping = Frame.packet(
    .icmp,
    from: "10.0.0.1",
    8,
    to: "10.0.0.2",
    0,
    frame: 7,
    seconds: 104,
    path: 0
  )

  @Test(arguments: [
    ("host 10.0.0.1", [true, false, true]),
    ("src host 10.0.0.1", [true, false, true]),
    ("dst host 10.0.0.1", [false, false, false]),
    ("host 2001:db8::53", [false, true, false]),
    ("host 2001:0DB8:0:0::0:53", [false, true, false]),
    ("net 10.0.0.0/8", [true, false, true]),
    ("net 10.0.0.99/24", [true, false, true]),
    ("dst net 192.168.0.0/16", [true, false, false]),
    ("net 0.0.0.0/0", [true, false, true]),
    ("net 2001:db8::/32", [false, true, false]),
    ("net ::/0", [true, true, true]),
    ("port 80", [true, false, false]),
    ("port 50-80", [true, true, false]),
    ("src port 80", [false, false, false]),
    ("dst port 53", [false, true, false]),
    ("port 0", [false, false, false]),
    ("port 8", [false, false, false]),
    ("tcp", [true, false, false]),
    ("udp", [false, true, false]),
    ("icmp", [false, false, true]),
    ("icmp6 or sctp or arp", [false, false, false]),
    ("ip", [true, false, true]),
    ("ip6", [false, true, false]),
    ("tcp port 80", [true, false, false]),
    ("udp port 80", [false, false, false]),
    ("tcp dst port 80 and src host 10.0.0.1", [true, false, false]),
    ("vlan", [true, false, false]),
    ("vlan 7", [true, false, false]),
    ("vlan 8", [false, false, false]),
    ("vlan 7 or vlan 8", [true, false, false]),
    ("flow 10.0.0.1:40000-192.168.1.2:80", [true, false, false]),
    ("flow 192.168.1.2:80-10.0.0.1:40000", [true, false, false]),
    ("flow 192.168.1.2:40000-10.0.0.1:80", [false, false, false]),
    ("flow [2001:db8::53]:53-[2001:db8::1]:5353", [false, true, false]),
    ("frame 5", [true, false, false]),
    ("frame 6-7", [false, true, true]),
    ("time +2.5..+3.5", [false, true, false]),
    ("time ..+2", [true, false, false]),
    ("time +3..", [false, true, true]),
    ("time 1970-01-01T00:01:42Z..1970-01-01T00:01:43Z", [true, true, false]),
    ("time 1970-01-01T01:01:42.5+01:00..", [false, true, true]),
    ("time 102.5..103.5", [false, true, false]),
    ("not tcp", [false, true, true]),
    ("! tcp && ! udp", [false, false, true]),
    ("!(tcp||udp)", [false, false, true]),
    ("tcp or udp and dst port 53", [true, true, false]),
    ("(tcp or udp) and dst port 53", [false, true, false]),
    ("not not tcp", [true, false, false]),
  ])
  func holdsForTheFramesThatItDescribes(text: String, expected: [Bool]) throws {
    var filter = try PacketFilter(text)
    filter.start = Timestamp(nanoseconds: 100_000_000_000)
    let matches = [Self.tcp, Self.dns, Self.ping].map { filter.matches(frame: [$0]) }
    #expect(matches == expected)
  }

  @Test func relativeTimesCountFromTheFirstFrame() throws {
    var filter = try PacketFilter("time +1..+2")
    #expect(
      [Self.tcp, Self.dns, Self.ping].map { filter.matches(frame: [$0]) } == [false, true, true]
    )
  }

  @Test(arguments: [
    ("host 10.0.0.1", true), ("host 2001:db8::1", true), ("udp and tcp", true), ("not udp", false),
    ("flow 10.0.0.1:40000-192.168.1.2:53", false), ("icmp", false),
  ])
  func testsLookIntoEveryLevelOfATunnel(text: String, expected: Bool) throws {
    var filter = try PacketFilter(text)
    #expect(filter.matches(frame: [Self.dns, Self.tcp]) == expected)
  }

  @Test func pathsAreLookedUpOnceEach() throws {
    var filter = try PacketFilter("vlan 7")
    var lookups = 0
    for _ in 0..<3 {
      _ = filter.matches([Self.tcp], in: 0..<1) { _ in
        lookups += 1
        return EncapsulationPath([.init(.vlan, 7)])
      }
    }
    #expect(lookups == 1)
  }

  @Test func pathNumbersBeyondTheTableAreNotRemembered() throws {
    var filter = try PacketFilter("vlan 7")
    var packet = Self.tcp
    packet.path = PathID(rawValue: .max)
    let answers = [7, 8].map { vlan in
      filter.matches([packet], in: 0..<1) { _ in EncapsulationPath([.init(.vlan, vlan)]) }
    }
    #expect(answers == [true, false])
  }
}

extension PacketFilter {
  /// Matches a frame of the given levels, where path 1 is VLAN 7.
  mutating func matches(frame: ContiguousArray<PacketHeaders>) -> Bool {
    matches(frame, in: frame.indices) {
      $0.rawValue == 1 ? EncapsulationPath([.init(.vlan, 7)]) : .init()
    }
  }
}
