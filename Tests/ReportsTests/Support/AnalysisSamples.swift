import Analysis
import CaptureFiles
import Dissection
import Flows
import Packets
import Reports

/// Whole analyses for tests.
enum AnalysisSamples {
  /// A capture with a lossy download, an unanswered SYN, a slow server, DNS and a ping.
  static var summary: AnalysisSummary {
    var accumulator = AnalysisAccumulator()
    for index in 0..<2000 as Range<UInt64> { accumulator.add(packet(index)) }
    for flow in [lossy, unanswered, slowServer, dns, ping] { accumulator.add(flow) }
    var summary = accumulator.finish(captures: [facts], interfaces: facts.interfaces)
    addMeasurements(to: &summary.series)
    summary.hardware.add(
      from: HardwareAddress(rawValue: 0x0022_7200_0001),
      to: .broadcast,
      onLink(lossy.originator.address)
    )
    summary.findings = [finding]
    return summary
  }

  /// A packet that no router has passed on.
  private static func onLink(_ host: IPAddress) -> PacketHeaders {
    var packet = packet(0)
    packet.source = host
    packet.hopLimit = 64
    return packet
  }

  /// Loss at a service, with every member set.
  static var finding: Finding {
    Finding(
      .packetLoss,
      .warning,
      .certain,
      subject: FindingSubject(
        client: lossy.originator.address,
        server: lossy.responder.address,
        transport: .tcp,
        port: 443,
        name: "www.example.com"
      ),
      seen: "2.1 % of the data segments were lost.",
      figures: [Figure(.rate, .ratio(0.021)), Figure(.count, .count(42))],
      evidence: FindingEvidence(
        frames: [3, 4, 5, 9],
        frameCount: 42,
        flows: [FindingFlow(lossy)],
        times: Samples.start...Timestamp(nanoseconds: Samples.start.nanoseconds + 1_000_000_000)
      ),
      timeLost: 2_000_000_000
    )
  }

  private static func addMeasurements(to series: inout CaptureSeries) {
    let time = Timestamp(nanoseconds: Samples.start.nanoseconds + 5_000_000_000)
    series.add(RoundTripSample(time: time, nanoseconds: 23_000_000))
    series.addNameLookup(41_000_000, at: time)
    series.add(
      RetransmissionSample(
        time: time,
        source: lossy.responder.address,
        destination: lossy.originator.address
      )
    )
  }

  /// Nothing is wrong, and there is no TCP.
  static var quiet: AnalysisSummary {
    var accumulator = AnalysisAccumulator()
    for index in 0..<10 as Range<UInt64> { accumulator.add(packet(index)) }
    accumulator.add(dns)
    return accumulator.finish(captures: [])
  }

  static var context: AnalysisContext {
    AnalysisContext(
      program: "apus 0.0",
      captures: [facts],
      paths: [PathID(rawValue: 1): Samples.path],
      streamsMatchWireshark: true
    )
  }

  /// Facts with every member set.
  static var facts: CaptureFacts {
    var facts = CaptureFacts(name: "office uplink.pcapng")
    facts.format = .pcapng
    facts.compression = .zstd
    facts.fileSize = 1_234_567
    facts.bytesRead = 2_345_678
    facts.packets = 2000
    facts.dataBytes = 2_000_000
    facts.capturedBytes = 1_900_000
    facts.cutLengths = 96...128
    facts.firstTime = Samples.start.nanoseconds
    facts.lastTime = Samples.start.nanoseconds + 20_000_000_000
    facts.earliestTime = facts.firstTime
    facts.latestTime = facts.lastTime
    var section = CaptureSection(
      index: 0,
      byteOrder: .little,
      majorVersion: 1,
      minorVersion: 0,
      byteOffset: 0
    )
    section.hardware = "x86_64"
    section.operatingSystem = "Linux"
    section.application = "dumpcap"
    section.comments = ["taken at the\u{202e} uplink\u{1b}[31m"]
    facts.sections = [section]
    var interface = CaptureInterface(
      index: 0,
      section: 0,
      linkType: 1,
      snapLength: 262_144,
      precision: .nanoseconds
    )
    interface.name = "eth0"
    interface.description = "uplink"
    interface.speed = 1_000_000_000
    interface.packets = 2000
    interface.statistics.received = 2100
    interface.statistics.droppedByInterface = 0
    interface.statistics.droppedBySystem = 100
    interface.filter = .text("not port 22")
    facts.interfaces = [interface]
    facts.damage = [
      CaptureDamage(byteOffset: 2_345_600, reason: .truncated(missing: 78), packetsBefore: 2000)
    ]
    return facts
  }

  private static func packet(_ index: UInt64) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.frame = index + 1
    packet.time = Timestamp(nanoseconds: Samples.start.nanoseconds + Int64(index) * 10_000_000)
    packet.wireLength = 1000
    packet.capturedLength = index % 2 == 0 ? 1000 : 96
    if index % 2 == 1 { packet.oddities.insert(.truncatedPayload) }
    packet.network = .ipv4
    packet.transport = .tcp
    return packet
  }

  private static var lossy: FlowRecord {
    var flow = Samples.connection
    flow.forward.payloadBytes = 12_000
    flow.backward.payloadBytes = 1_234_567
    flow.last = Timestamp(nanoseconds: flow.first.nanoseconds + 12_300_000_000)
    flow.path = PathID(rawValue: 1)
    guard var tcp = flow.tcp else { return flow }
    tcp.portReuse = nil
    tcp.mirrorOf = nil
    tcp.responder.dataSegments = 1000
    tcp.responder.retransmissions = 40
    tcp.responder.retransmissionsInferred = 12
    tcp.responder.holeFillsUnknown = 3
    tcp.responder.fast = 38
    tcp.responder.timeouts = 14
    tcp.responder.uniqueBytes = 1_234_567
    tcp.responder.retransmittedBytes = 70_000
    tcp.responder.lossEpisodes = 9
    tcp.responder.duplicateFrames = 120
    tcp.responder.reordered = 30
    tcp.responder.zeroWindows = 1
    tcp.responder.zeroWindowTime = 250_000_000
    tcp.responder.zeroWindowWait = 250_000_000
    tcp.responder.stallTime = 4_200_000_000
    tcp.originator.retransmissions = 0
    tcp.responder.missedBytes = 0
    tcp.originator.missedBytes = 0
    flow.tcp = tcp
    return flow
  }

  private static var unanswered: FlowRecord {
    var flow = Samples.connection
    flow.id = 8
    flow.stream = 4
    flow.backward = DirectionTotals()
    flow.responder.address = IPAddress(high: 0x2001_0db8 << 32, low: 0x1)
    flow.originator.address = IPAddress(high: 0x2001_0db8 << 32, low: 0x2)
    flow.forward.packets = 4
    flow.forward.payloadBytes = 0
    flow.ending = .timeout
    var tcp = TCPSummary()
    tcp.zeekState = .s0
    tcp.originator.syns = 4
    tcp.originator.retransmissions = 3
    tcp.originator.synRetransmissions = 3
    flow.tcp = tcp
    return flow
  }

  private static var slowServer: FlowRecord {
    var flow = Samples.connection
    flow.id = 9
    flow.stream = 5
    flow.responder.address = Samples.address(198, 51, 100, 7)
    guard var tcp = flow.tcp else { return flow }
    tcp.portReuse = nil
    tcp.mirrorOf = nil
    tcp.originator.retransmissions = 0
    tcp.originator.missedBytes = 0
    tcp.responder.missedBytes = 0
    tcp.stages.response = Samples.start.nanoseconds + 3_079_100_000
    flow.tcp = tcp
    return flow
  }

  private static var dns: FlowRecord {
    Samples.flow(
      .udp,
      .udp,
      to: Endpoint(address: Samples.address(10, 0, 0, 53), port: 53)
    )
  }

  private static var ping: FlowRecord { Samples.flow(.icmp, .icmp) }
}
