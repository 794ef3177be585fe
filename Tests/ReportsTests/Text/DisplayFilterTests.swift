import Flows
import Packets
import Reports
import TestSupport
import Testing

struct DisplayFilterTests {
  private func filter(
    _ flow: FlowRecord,
    _ path: EncapsulationPath = EncapsulationPath(),
    streamsMatch: Bool = false
  ) -> String {
    DisplayFilter(flow, path: path, streamsMatch: streamsMatch).text
  }

  @Test func streamsAreEnoughWhereTheyAreWiresharks() {
    #expect(filter(Samples.connection, streamsMatch: true) == "tcp.stream eq 3")
    #expect(filter(Samples.flow(.udp, .udp), streamsMatch: true) == "udp.stream eq 3")
  }

  @Test func otherwiseAddressesAndPortsName() {
    #expect(
      filter(Samples.flow(.udp, .udp), Samples.path)
        == "vlan.id eq 10 && ip.addr eq 10.0.0.1 && ip.addr eq 93.184.216.34 "
        + "&& udp.port eq 40000 && udp.port eq 443"
    )
  }

  @Test func aReusedPortIsToldApartByFrames() {
    let text = filter(Samples.connection)
    #expect(text.hasSuffix("frame.number >= 12 && frame.number <= 40"))
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tool.isPresent("tshark"), "needs tshark"),
    arguments: [true, false]
  )
  func tsharkSelectsThePacketsOfTheFlow(_ streamsMatch: Bool) throws {
    let path = Corpus.path(for: "chrissanders__http_espn.pcapng")
    let tshark = try #require(Tool("tshark"))
    for flow in try FlowCollector.flows(of: path).prefix(6) {
      let filter = filter(flow, streamsMatch: streamsMatch)
      let frames = try tshark.run([
        "-n", "-r", path, "-Y", filter, "-T", "fields", "-e", "frame.len",
      ])
      let bytes = frames.lines.reduce(0) { $0 + (UInt64($1) ?? 0) }
      #expect(UInt64(frames.lines.count) == flow.forward.packets + flow.backward.packets)
      #expect(bytes == flow.forward.wireBytes + flow.backward.wireBytes, "\(filter)")
    }
  }
}
