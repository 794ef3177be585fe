import Packets
import TestSupport

/// A whole frame of each shape that the decoder knows.
struct SampleFrame: Sendable, CustomStringConvertible {
  var name: String
  var linkType = LinkType.ethernet
  var bytes: [UInt8]

  var description: String { name }

  static let segment = FrameBuilder.tcp(
    from: 40_000,
    to: 80,
    sequence: 1,
    acknowledgment: 2,
    options: [1, 1] + FrameBuilder.Option.sack([(left: 5, right: 9)])
      + FrameBuilder.Option.timestamps(7, echo: 8),
    Array("hello".utf8)
  )
  static let inner = FrameBuilder.ipv4(from: bob, to: alice, segment)
  static let inner6 = FrameBuilder.ipv6(from: bob6, to: alice6, segment)
  static let bridged = FrameBuilder.ethernet(inner)

  static let all: [SampleFrame] = plain + tunnels + links

  private static let plain: [SampleFrame] = [
    SampleFrame(name: "IPv4 TCP", bytes: FrameBuilder.ethernet(inner)),
    SampleFrame(name: "IPv6 TCP", bytes: FrameBuilder.ethernet(inner6)),
    SampleFrame(name: "VLANs", bytes: FrameBuilder.ethernet(inner, vlans: [5, 6])),
    SampleFrame(
      name: "IPv6 extension headers",
      bytes: FrameBuilder.ethernet(
        FrameBuilder.ipv6(
          from: alice6,
          to: bob6,
          segment,
          firstHeader: 0,
          extensions: [43, 0, 1, 4, 0, 0, 0, 0, 51, 0, 0, 0, 0, 0, 0, 0]
            + [6, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0, 2]
        )
      )
    ),
    SampleFrame(
      name: "ICMP",
      bytes: FrameBuilder.ethernet(
        FrameBuilder.ipv4(from: alice, to: bob, FrameBuilder.icmp(type: 8, [1, 2, 3]))
      )
    ),
    SampleFrame(
      name: "ICMPv6",
      bytes: FrameBuilder.ethernet(
        FrameBuilder.ipv6(from: alice6, to: bob6, FrameBuilder.icmpv6(type: 128, [1, 2, 3]))
      )
    ),
    SampleFrame(
      name: "ARP",
      bytes: FrameBuilder.ethernet(FrameBuilder.arp(from: alice, asking: bob))
    ),
  ]

  private static let tunnels: [SampleFrame] = [
    ip("IP in IP", protocol: 4, inner.bytes),
    ip("6in4", protocol: 41, inner6.bytes),
    ip("GRE", protocol: 47, [0x20, 0, 0x08, 0, 0, 0, 0, 9] + inner.bytes),
    ip("PPTP", protocol: 47, [0x30, 1, 0x88, 0x0b, 0, 0, 0, 7, 0, 0, 0, 1, 0, 0x21] + inner.bytes),
    ip("ERSPAN II", protocol: 47, [0x10, 0, 0x88, 0xbe, 0, 0, 0, 1] + erspan2 + bridged),
    ip("ERSPAN III", protocol: 47, [0x10, 0, 0x22, 0xeb, 0, 0, 0, 1] + erspan3 + bridged),
    udp("VXLAN", port: 4789, [8, 0, 0, 0, 0, 0, 77, 0] + bridged),
    udp("GENEVE", port: 6081, [1, 0, 0x65, 0x58, 0, 0, 78, 0, 0, 1, 2, 0] + bridged),
    udp("GTP-U", port: 2152, [0x34, 255, 0, 0, 0, 0, 0, 5] + gtpExtension + inner.bytes),
    udp("Teredo", port: 3544, [0, 1, 0, 0] + Array(repeating: 0, count: 9) + inner6.bytes),
    udp("L2TP", port: 1701, [0, 2, 0, 3, 0, 4, 0xff, 3, 0, 0x21] + inner.bytes),
  ]

  private static let erspan2: [UInt8] = [0x10, 0, 0, 33, 0, 0, 0, 0]
  private static let erspan3: [UInt8] = [0x20, 0, 0, 34, 0, 0, 0, 0, 0, 0, 0, 0]
  /// Sequence number, N-PDU number and one extension header of four bytes.
  private static let gtpExtension: [UInt8] = [0, 0, 0, 0x85, 1, 0, 0, 0]

  private static let links: [SampleFrame] = [
    link("raw", .raw, inner.bytes),
    link("null", .null, [2, 0, 0, 0] + inner.bytes),
    link("loop", .loop, [0, 0, 0, 30] + inner6.bytes),
    link("cooked", .linuxSLL, Array(repeating: 0, count: 14) + [8, 0] + inner.bytes),
    link("cooked 2", .linuxSLL2, [8, 0] + Array(repeating: 0, count: 18) + inner.bytes),
    link("PPP", .ppp, [0xff, 3, 0, 0x21] + inner.bytes),
    link("PPP compressed", .ppp, [0x57] + inner6.bytes),
    link("Cisco HDLC", .ciscoHDLC, [0x0f, 0, 8, 0] + inner.bytes),
    link("Frame Relay", .frameRelay, [0x04, 0x01, 3, 0xcc] + inner.bytes),
    link("802.11 QoS", .ieee80211, [0x88, 1] + wifiAddresses + [0, 0] + snap + inner.bytes),
    link(
      "radiotap",
      .radiotap,
      [0, 0, 9, 0, 2, 0, 0, 0, 0, 8, 1] + wifiAddresses + snap + inner.bytes
    ),
    link("NFLOG", .nflog, [2, 0, 0, 0] + nflogPacket),
    link("PPI", .ppi, [0, 0, 8, 0, 1, 0, 0, 0] + bridged),
    link("PKTAP", .pktap, pktap + bridged),
    link("MPLS", .mpls, [0, 1, 0x00, 64, 0, 2, 0x01, 64] + inner.bytes),
    link("pseudowire", .mpls, [0, 1, 0x01, 64, 0, 0, 0, 0] + bridged),
    link(
      "PPPoE",
      .pppEthernet,
      [0x11, 0, 0, 9, 0, UInt8(inner.bytes.count + 2), 0, 0x21] + inner.bytes
    ),
  ]

  private static let wifiAddresses = [UInt8](repeating: 2, count: 22)
  private static let snap: [UInt8] = [0xaa, 0xaa, 3, 0, 0, 0, 8, 0]
  private static let nflogPacket: [UInt8] =
    [UInt8(inner.bytes.count + 4), 0, 9, 0] + inner.bytes
  private static let pktap: [UInt8] =
    [108, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0] + Array(repeating: 0, count: 96)

  private static func ip(_ name: String, protocol number: UInt8, _ bytes: [UInt8]) -> SampleFrame {
    let message = FrameBuilder.Message(ipProtocol: number, bytes: bytes)
    let packet = FrameBuilder.ipv4(from: alice, to: bob, message)
    return SampleFrame(name: name, bytes: FrameBuilder.ethernet(packet))
  }

  private static func udp(_ name: String, port: UInt16, _ bytes: [UInt8]) -> SampleFrame {
    let message = FrameBuilder.udp(from: 50_000, to: port, bytes)
    let packet = FrameBuilder.ipv4(from: alice, to: bob, message)
    return SampleFrame(name: name, bytes: FrameBuilder.ethernet(packet))
  }

  private static func link(_ name: String, _ type: LinkType, _ bytes: [UInt8]) -> SampleFrame {
    SampleFrame(name: name, linkType: type, bytes: bytes)
  }
}
