import Dissection
import Packets
import TestSupport
import Testing

/// Every DHCP message of the corpus against tshark 4.0.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct DHCPOracleTests {
  private static let captures: Set = [
    "ndpi__1kxun.pcap", "pcapng-gen__output_be-basic-test001.pcapng",
    "pcapng-gen__output_be-difficult-test201.pcapng", "pcapng-gen__output_le-basic-test006.pcapng",
    "pcapng-gen__output_le-basic-test008.pcapng", "pcapng-gen__output_le-basic-test012.pcapng",
    "pcapplusplus__Pcap++Test-raw_ip.pcap", "pcapplusplus__Pcap++Test-solaris.snoop",
    "wireshark__dhcp-nanosecond.pcapng", "zeek__tunnels-Teredo.pcap",
  ]

  private static let comparison = FieldComparison<DHCPMessage>(fields: [
    .init("dhcp.id") { [hexadecimal($0.transaction)] },
    .init("dhcp.type") { [$0.isReply ? "2" : "1"] },
    .init("dhcp.secs") { ["\($0.seconds)"] },
    .init("dhcp.flags.bc") { [flag($0.wantsBroadcast)] },
    .init("dhcp.ip.client") { ["\($0.clientAddress)"] },
    .init("dhcp.ip.your") { ["\($0.yourAddress)"] },
    .init("dhcp.ip.server") { ["\($0.nextServer)"] },
    .init("dhcp.ip.relay") { ["\($0.relay)"] },
    // Behind the end mark tshark shows one option 0 for the padding.
    .init("dhcp.option.type") { message in
      let codes = message.options.codes.map { "\($0)" }
      return codes.isEmpty ? [] : codes + ["0"]
    },
    .init("dhcp.option.dhcp") { $0.type.map { ["\($0.rawValue)"] } ?? [] },
    .init("dhcp.option.requested_ip_address") { address($0.options.requestedAddress) },
    .init("dhcp.option.dhcp_server_id") { address($0.options.serverIdentifier) },
    .init("dhcp.option.subnet_mask") { address($0.options.subnetMask) },
    .init("dhcp.option.router") { $0.options.routers.map(\.description) },
    .init("dhcp.option.domain_name_server") { $0.options.nameServers.map(\.description) },
    .init("dhcp.option.ip_address_lease_time") { $0.options.leaseTime.map { ["\($0)"] } ?? [] },
    .init("dhcp.option.renewal_time_value") { $0.options.renewalTime.map { ["\($0)"] } ?? [] },
    .init("dhcp.option.rebinding_time_value") { $0.options.rebindingTime.map { ["\($0)"] } ?? [] },
    .init("dhcp.option.hostname") { $0.options.hostName.map { [$0] } ?? [] },
    .init("dhcp.option.vendor_class_id") { $0.options.vendorClass.map { [$0] } ?? [] },
    .init("dhcp.option.domain_name") { $0.options.domainName.map { [$0] } ?? [] },
    .init("dhcp.option.request_list_item") { $0.options.parameterRequests.map { "\($0)" } },
  ])

  private static let cut = FieldException(
    capture: "pcapng-gen__output_le-basic-test012.pcapng",
    frames: [2, 4],
    reason: "Cut off behind the options: tshark shows nothing, Apus what is there."
  )

  private static func address(_ value: IPAddress?) -> [String] { value.map { ["\($0)"] } ?? [] }

  @Test(
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter { captures.contains($0.name) }
  )
  func fieldsAreThoseOfTshark(capture: CorpusCapture) throws {
    let messages = try CapturedMessages.read(capture.path, ports: [67, 68]) {
      try DHCPMessage(parsing: $0.span.bytes)
    }
    #expect(!messages.isEmpty)
    let differences = try Self.comparison.differences(capture.path, messages)
    expectNone(differences, besides: [Self.cut], in: capture)
  }
}
