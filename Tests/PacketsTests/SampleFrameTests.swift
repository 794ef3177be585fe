import Packets
import TestSupport
import Testing

struct SampleFrameTests {
  /// Every shape but those without TCP leads to the segment in it.
  @Test(arguments: SampleFrame.all.filter { !["ICMP", "ICMPv6", "ARP"].contains($0.name) })
  func theSegmentInsideIsFound(sample: SampleFrame) throws {
    let packets = decode(sample.bytes, as: sample.linkType)
    let packet = try #require(packets.last)
    #expect(packet.transport == .tcp)
    #expect(packet.sourcePort == 40_000)
    #expect(packet.payloadLength == 5)
    #expect(packet.payloadPrefix == 0x6865_6c6c_6f00_0000)
    #expect(packet.transportChecksum == .good)
    #expect(packet.tcp.options.present == [.sack, .timestamps])
    #expect(packet.oddities == [])
    #expect(packets.dropLast().filter { !$0.carriesTunnel }.isEmpty)
    #expect(packets.map(\.level) == Array(0..<UInt8(packets.count)))
  }

  @Test(
    arguments: [
      ("VLANs", [.init(.vlan, 5), .init(.vlan, 6)]),
      ("IP in IP", [.init(.ipip)]),
      ("6in4", [.init(.sixInFour)]),
      ("GRE", [.init(.gre, 9)]),
      ("PPTP", [.init(.gre, 0)]),
      ("ERSPAN II", [.init(.erspan, 33)]),
      ("ERSPAN III", [.init(.erspan, 34)]),
      ("VXLAN", [.init(.vxlan, 77)]),
      ("GENEVE", [.init(.geneve, 78)]),
      ("GTP-U", [.init(.gtpu, 5)]),
      ("Teredo", [.init(.teredo)]),
      ("L2TP", [.init(.l2tp, 0x3_0004)]),
      ("MPLS", [.init(.mpls, 16), .init(.mpls, 32)]),
      ("PPPoE", [.init(.pppoe, 9)]),
      ("IPv4 TCP", []),
    ] as [(String, [EncapsulationPath.Layer])]
  )
  func thePathNamesTheEncapsulations(name: String, layers: [EncapsulationPath.Layer]) throws {
    let sample = try #require(SampleFrame.all.first { $0.name == name })
    var decoder = PacketDecoder()
    let packets = decode(sample.bytes, as: sample.linkType, by: &decoder)
    let packet = try #require(packets.last)
    #expect(decoder.path(packet.path).layers == layers)
    #expect(decode(sample.bytes, as: sample.linkType, by: &decoder).last?.path == packet.path)
  }
}
