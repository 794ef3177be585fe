import Packets

extension FilterParser {
  /// One test, or a protocol with a test: `tcp`, `tcp dst port 80`, `src host 10.0.0.1`.
  mutating func primitive() throws(FilterError) -> FilterNode {
    if let proto = protocolTest() {
      guard let peek, ["src", "dst", "port", "host", "net"].contains(peek) else {
        return .test(proto)
      }
      return .all([.test(proto), .test(try sided())])
    }
    if accept("vlan") { return .test(try vlan()) }
    if accept("flow") { return .test(try flow()) }
    if accept("frame") {
      let range: ClosedRange<UInt64> = try take("a frame number N or a range N-M, from 1") {
        FilterText.range(of: $0).flatMap { $0.lowerBound > 0 ? $0 : nil }
      }
      return .test(.frame(range))
    }
    if accept("time") {
      return .test(
        try take("a range of times FROM..TO, each RFC 3339, epoch seconds or +SECONDS") {
          FilterText.times($0)
        }
      )
    }
    guard let peek, ["src", "dst", "port", "host", "net"].contains(peek) else {
      throw failure(
        "a test (host, net, port, src, dst, tcp, udp, icmp, icmp6, sctp, arp, ip, ip6, vlan, "
          + "flow, frame, time), 'not' or '('"
      )
    }
    return .test(try sided())
  }

  private mutating func protocolTest() -> FilterTest? {
    let test: FilterTest
    switch peek {
    case "tcp": test = .transport(.tcp)
    case "udp": test = .transport(.udp)
    case "icmp": test = .transport(.icmp)
    case "icmp6": test = .transport(.icmpv6)
    case "sctp": test = .transport(.sctp)
    case "arp": test = .network(.arp)
    case "ip": test = .network(.ipv4)
    case "ip6": test = .network(.ipv6)
    default: return nil
    }
    next += 1
    return test
  }

  /// `[src|dst] (host A | net P/LEN | port N[-M])`.
  private mutating func sided() throws(FilterError) -> FilterTest {
    var side = FilterTest.Side.either
    if accept("src") { side = .source } else if accept("dst") { side = .destination }
    if accept("host") {
      return .host(try take("an IPv4 or IPv6 address") { FilterText.address($0) }, side)
    }
    if accept("net") {
      let net = try take("a network ADDRESS/LENGTH") { FilterText.network($0) }
      return .net(network: net.network, mask: net.mask, side)
    }
    if accept("port") {
      return .port(
        try take("a port N or a range N-M (0 to 65535)") { FilterText.range(of: $0) },
        side
      )
    }
    throw failure("'host', 'net' or 'port'")
  }

  private mutating func vlan() throws(FilterError) -> FilterTest {
    guard vlans.count < PacketFilter.maximumVLANTests else {
      throw failure("no more than \(PacketFilter.maximumVLANTests) VLAN tests")
    }
    var wanted: UInt16?
    if let peek, let first = peek.utf8.first, FilterText.isDigit(first) {
      wanted = try take("a VLAN id (0 to 4095)") { text in
        UInt16(text).flatMap { $0 < 4096 ? $0 : nil }
      }
    }
    vlans.append(wanted)
    return .vlan(vlans.count - 1)
  }

  private mutating func flow() throws(FilterError) -> FilterTest {
    try take("a flow ADDRESS:PORT-ADDRESS:PORT (IPv6 addresses in brackets)") { text in
      let ends = text.split(separator: "-", omittingEmptySubsequences: false)
      guard ends.count == 2, let a = FilterText.endpoint(ends[0]),
        let b = FilterText.endpoint(ends[1])
      else { return nil }
      return .flow(a.address, a.port, b.address, b.port)
    }
  }
}
