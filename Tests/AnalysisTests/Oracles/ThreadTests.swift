import CaptureFiles
import Flows
import Packets
import TestSupport
import Testing

@testable import Analysis

/// The same capture gives the same result however many threads work on it.
struct ThreadTests {
  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func resultDoesNotDependOnThreads(_ capture: CorpusCapture) throws {
    let alone = try CapturedAnalysis(of: capture.path, threads: 1)
    for threads in [2, 4] {
      let ahead = try CapturedAnalysis(of: capture.path, threads: threads)
      #expect(ahead.flows.map(Self.text) == alone.flows.map(Self.text))
      #expect(ahead.events.map(Self.text) == alone.events.map(Self.text))
      #expect(ahead.transactions.map(Self.text) == alone.transactions.map(Self.text))
      #expect(Self.text(ahead.outcome.summary.totals) == Self.text(alone.outcome.summary.totals))
      #expect(Self.text(ahead.outcome.summary.tcp) == Self.text(alone.outcome.summary.tcp))
      #expect(Self.text(ahead.outcome.summary.worst) == Self.text(alone.outcome.summary.worst))
      #expect(ahead.outcome.flowCounters == alone.outcome.flowCounters)
      #expect(Self.series(ahead.outcome.summary) == Self.series(alone.outcome.summary))
    }
  }

  /// More hosts than are known exactly: which of them stay depends on the order of their flows.
  @Test func talkersDoNotDependOnThreads() throws {
    let directory = try TemporaryDirectory()
    let path = directory.file("hosts.pcap")
    try Self.writeHosts(to: path)
    var limits = FlowLimits()
    limits.retainedFlows = 0
    let alone = try CapturedAnalysis(of: path, threads: 1, limits: limits)
    let ahead = try CapturedAnalysis(of: path, threads: 2, limits: limits)
    let hosts = alone.outcome.summary.talkers.hosts
    #expect(hosts.largestMissed > 0)
    #expect(Self.series(ahead.outcome.summary) == Self.series(alone.outcome.summary))
  }

  /// 20,000 datagrams from 5,000 hosts, 20 a second, so that flows end all along.
  private static func writeHosts(to path: String) throws {
    let interface = CaptureInterface(
      index: 0,
      section: 0,
      linkType: 101,
      snapLength: 0,
      precision: .microseconds
    )
    var writer = try CaptureWriter(path: path, format: .pcap, interfaces: [interface])
    for number in 0..<20_000 as Range<UInt32> {
      let payload = [UInt8](repeating: 0, count: Int(number % 100))
      let packet = FrameBuilder.ipv4(
        from: IPAddress(v4: 0x0a00_0000 + number &* 2_654_435_761 % 5_000),
        to: IPAddress(v4: 0xc0a8_0001),
        FrameBuilder.udp(from: 40_000, to: 9, payload)
      )
      let length = UInt32(packet.bytes.count)
      let record = CaptureRecord(
        offset: 0,
        capturedLength: length,
        originalLength: length,
        nanoseconds: 1_700_000_000_000_000_000 + Int64(number) * 50_000_000,
        interface: 0,
        linkType: 101,
        fileOffset: 0,
        hasTime: true
      )
      try writer.write(packet.bytes.span.bytes, record: record)
    }
    try writer.finish()
  }

  /// What is counted in the order in which flows end.
  private static func series(_ summary: AnalysisSummary) -> [String] {
    let talkers = summary.talkers
    return [
      text(talkers.hosts.heaviest(.max)), text(talkers.hosts.others),
      text(talkers.pairs.heaviest(.max)), text(talkers.services.heaviest(.max)),
      text(summary.series.traffic), text(summary.series.roundTrips),
      text(summary.series.openings), text(summary.assessments), text(summary.bounds),
      text(summary.findings),
    ]
  }

  /// Every stored property of a value, nested ones included.
  private static func text(_ value: some Any) -> String { String(describing: value) }
}
