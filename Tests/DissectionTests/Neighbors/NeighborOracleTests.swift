import Dissection
import Packets
import TestSupport
import Testing

/// Every ARP message and neighbor solicitation of the corpus against tshark 4.0.
@Suite(.enabled(if: Corpus.isPresent && Tshark.isPresent, "\(Corpus.absence) and tshark"))
struct NeighborOracleTests {
  private static let captures: Set = [
    "ndpi__instagram.pcap", "ndpi__ipp.pcap", "ndpi__nest_log_sink.pcap",
    "pcapplusplus__Pcap++Test-solaris.snoop", "wireshark__communityid.pcap.gz",
    "zeek__linux_dlt_sll2.pcap", "chrissanders__ipv6_fragments.pcapng",
    "zeek__ipv6-http-atomic-frag.pcap", "zeek__ppp-quic-interop-retry.pcap",
  ]

  private static let reverse = FieldException(
    capture: "zeek__linux_dlt_sll2.pcap",
    frames: [6],
    reason: "Reverse ARP (RFC 903), an EtherType of its own that binds nothing."
  )

  private static let arp = FieldComparison<ARPMessage>(fields: [
    .init("arp.opcode") { ["\($0.operation)"] },
    .init("arp.src.hw_mac") { [$0.senderHardware.description] },
    .init("arp.src.proto_ipv4") { [$0.sender.description] },
    .init("arp.dst.hw_mac") { [$0.targetHardware.description] },
    .init("arp.dst.proto_ipv4") { [$0.target.description] },
    .init("arp.isgratuitous") { $0.isGratuitous ? ["1"] : [] },
  ])

  private static let discovery = FieldComparison<NeighborMessage>(fields: [
    .init("icmpv6.nd.ns.target_address") { target($0, .solicitation) },
    .init("icmpv6.nd.na.target_address") { target($0, .advertisement) },
    .init("icmpv6.opt.linkaddr") {
      [$0.sourceHardware, $0.targetHardware].compactMap { $0?.description }
    },
  ])

  private static func target(_ message: NeighborMessage, _ kind: NeighborMessage.Kind) -> [String] {
    message.kind == kind ? message.target.map { [$0.description] } ?? [] : []
  }

  @Test(arguments: captures)
  func fieldsAreThoseOfTshark(name: String) throws {
    let capture = try #require(Corpus.captures.first { $0.name == name })
    var arp: [UInt64: [ARPMessage]] = [:]
    var discovery: [UInt64: [NeighborMessage]] = [:]
    try CapturedPackets.read(capture.path) { packet, payload in
      if packet.network == .arp, let message = try? ARPMessage(parsing: payload.span.bytes) {
        arp[packet.frame, default: []].append(message)
      }
      guard packet.transport == .icmpv6 else { return }
      // The payload begins behind the word with the flags, which are not compared.
      let bytes = [UInt8(truncatingIfNeeded: packet.sourcePort), 0, 0, 0, 0, 0, 0, 0] + payload
      if let message = try? NeighborMessage(parsing: bytes.span.bytes) {
        discovery[packet.frame, default: []].append(message)
      }
    }
    #expect(!arp.isEmpty || !discovery.isEmpty)
    expectNone(try Self.arp.differences(capture.path, arp), besides: [Self.reverse], in: capture)
    let differences = try Self.discovery.differences(capture.path, discovery)
    expectNone(differences, besides: [], in: capture)
  }
}
