import Dissection
import Flows
import Packets
import Testing

@testable import Analysis

struct CaptureProfileTests {
  private static func flow(to port: UInt16, packets: UInt64 = 10) -> FlowRecord {
    var record = FlowRecord()
    record.transport = .udp
    record.originator = Endpoint(address: IPAddress(v4: 1), port: 9)
    record.responder = Endpoint(address: IPAddress(v4: 2), port: port)
    record.forward.packets = packets
    return record
  }

  @Test func manyServicesStayBoundedAndAreNotCalledGone() {
    var (scanned, quiet) = (CaptureProfile(), CaptureProfile())
    for port in 1...5000 as ClosedRange<UInt16> { scanned.add(Self.flow(to: port)) }
    quiet.add(Self.flow(to: 4999))
    quiet.add(Self.flow(to: 6000, packets: 1_000_000))
    #expect(scanned.services.count <= 2 * CaptureProfile.serviceLimit)
    let comparison = CaptureComparison(before: quiet, after: scanned)
    // The busy one would have been noticed, the quiet one may have been left out.
    let gone = comparison.services.filter { $0.presence == .onlyBefore }
    #expect(gone.map(\.service.port) == [6000])
    #expect(comparison.undecidedServices <= 1)
  }

  /// Whoever sent the first packet of the flow that was captured.
  @Test(arguments: FlowDirection.allCases, [Role.client, .server])
  func transactionsAreTheServers(client: FlowDirection, asker: Role) {
    var profile = CaptureProfile()
    var question = DNSTransaction.sample("a.example.org", frame: 1)
    question.asker = asker
    let flow = FlowIdentity.sample(1, from: "10.0.0.1", to: "10.0.0.53", 53, .udp)
    profile.add(ApplicationTransaction(flow: flow, client: client, content: .dns(Shared(question))))
    let isAsked = (client == .originator) == (asker == .client)
    let asked = isAsked ? flow.responder : flow.originator
    let service = Service(transport: .udp, port: asked.port, address: asked.address)
    let kept = profile.services.heaviest(10)
    #expect(kept.map(\.key) == [service])
    #expect(kept.first?.tally[.dnsTime].count == 1)
  }

  @Test func servicesOfTransactionsAloneAreKept() {
    var profile = CaptureProfile()
    let flow = FlowIdentity.sample(1, from: "10.0.0.1", to: "10.0.0.53", 53, .udp)
    for _ in 0..<10 {
      let question = DNSTransaction.sample("a.example.org", frame: 1)
      profile.add(ApplicationTransaction(flow: flow, content: .dns(Shared(question))))
    }
    for port in 1000...5000 as ClosedRange<UInt16> { profile.add(Self.flow(to: port, packets: 2)) }
    let service = Service(transport: .udp, port: 53, address: flow.responder.address)
    let first = profile.services.heaviest(1).first
    #expect(first?.key == service)
    #expect(first?.tally[.dnsTime].count == 10)
  }

  @Test func tunnelsAndMirroredConnectionsDoNotCount() {
    var profile = CaptureProfile()
    var tunnel = Self.flow(to: 4789)
    tunnel.carriesTunnel = true
    profile.add(tunnel)
    var mirrored = Self.flow(to: 80)
    mirrored.transport = .tcp
    var tcp = TCPSummary()
    tcp.mirrorOf = 3
    mirrored.tcp = tcp
    profile.add(mirrored)
    #expect(profile.flows == 0)
    #expect(profile.services.count == 0)
  }

  @Test func aConnectionFromTheMiddleTellsNoServer() {
    var profile = CaptureProfile()
    var record = Self.flow(to: 50_000)
    record.transport = .tcp
    record.originatorEvidence = .firstSender
    record.tcp = TCPSummary()
    profile.add(record)
    #expect(profile.flows == 1)
    #expect(profile.undirectedFlows == 1)
    #expect(profile.services.count == 0)
  }

  @Test func absurdTimesHaveADuration() {
    var profile = CaptureProfile()
    #expect(profile.duration == 0)
    var record = Self.flow(to: 80)
    record.first = Timestamp(nanoseconds: .min)
    record.last = Timestamp(nanoseconds: .max)
    profile.add(record)
    #expect(profile.duration == .max)
  }
}
