import Packets
import TestSupport
import Testing

@testable import Analysis

struct ProtocolHierarchyTests {
  /// The protocols that both know; what is inside others is compared nowhere.
  private static let known: Set<String> = [
    "eth", "null", "raw", "sll", "ppp", "chdlc", "fr", "wlan", "radiotap", "wlan_radio",
    "nflog", "netlink", "vlan", "mpls", "pppoes", "gre", "erspan", "vxlan", "geneve", "gtp",
    "teredo", "l2tp", "ip", "ipv6", "arp", "tcp", "udp", "icmp", "icmpv6", "sctp", "igmp", "esp",
    "ah", "rsvp", "eigrp", "ospf", "pim", "vrrp",
  ]

  /// Those of them that a transport carries.
  private static let applications = Set(
    (1...UInt8.max).compactMap { ApplicationLayer(rawValue: $0)?.name }
  )

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func equalsWiresharkFromLinkToApplication(capture: CorpusCapture) throws {
    let run = try ProtocolHierarchyRun(capture.path, tshark: try #require(Tool("tshark")))
    let comparable = run.theirs.keys.filter { path in
      let names = path.split(separator: ":").map(String.init)
      let below = names.prefix { $0 != "tcp" && $0 != "udp" }
      return below.allSatisfy(Self.known.contains)
        && names.allSatisfy { Self.known.contains($0) || Self.applications.contains($0) }
    }
    let paths = Set(run.ours.keys).union(comparable)
    let differing = paths.filter { run.ours[$0] != run.theirs[$0] }
    #expect(Set(differing) == ProtocolHierarchyException.paths(of: capture.name))
  }

  @Test
  func countersMergeToThatOfTheWhole() throws {
    var random = TestRandom(seed: 8)
    var (one, other, all) = (ProtocolCounter(), ProtocolCounter(), ProtocolCounter())
    for frame in 0..<3000 {
      let isTunnelled = random.below(4) == 0
      var outer = PacketHeaders()
      outer.wireLength = UInt32(60 + frame % 1000)
      outer.network = random.below(3) == 0 ? .ipv6 : .ipv4
      outer.transport = isTunnelled ? .udp : .tcp
      outer.path = PathID(rawValue: UInt32(random.below(3)))
      var inner = outer
      inner.level = 1
      inner.path = PathID(rawValue: outer.path.rawValue + 3)
      let levels = isTunnelled ? [outer, inner] : [outer]
      for level in levels {
        all.add(level)
        if frame % 3 == 0 { one.add(level) } else { other.add(level) }
      }
    }
    one.merge(other)
    #expect(Self.tree(of: one) == Self.tree(of: all))
    let tree = Self.tree(of: all)
    #expect(tree.inside["eth"]?.frames == 3000)
    #expect(tree.inside["eth"]?.inside["ip"]?.inside["udp"]?.inside["vxlan"]?.inside["eth"] != nil)
  }

  @Test
  func shapesBeyondTheLimitAreCountedAsSuch() {
    var counter = ProtocolCounter()
    let limit = ProtocolCounter.shapeLimit
    for path in 0..<(limit + 10) {
      var packet = PacketHeaders()
      packet.path = PathID(rawValue: UInt32(path))
      counter.add(packet)
      packet.level = 1
      counter.add(packet)
    }
    #expect(counter.counts.count == limit)
    #expect(counter.uncounted == UInt64(2 * (limit + 10) - limit))
  }

  /// Paths 0 to 2 are VLANs, 3 to 5 VXLANs inside them.
  private static func tree(of counter: ProtocolCounter) -> ProtocolTree {
    counter.tree(linkType: { _ in .ethernet }, path: layers)
  }

  private static func layers(_ path: PathID) -> EncapsulationPath {
    let vlan = EncapsulationPath.Layer(.vlan, path.rawValue % 3)
    let layers = path.rawValue % 3 == 0 ? [] : [vlan]
    return EncapsulationPath(layers + (path.rawValue < 3 ? [] : [.init(.vxlan, 1)]))
  }
}
