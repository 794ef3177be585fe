import Analysis
import CaptureFiles
import Flows
import Packets
import Reports

/// Comparisons for tests.
enum ComparisonSamples {
  /// A web service that became slower and lossier, one that is gone and one that is new.
  static var slower: ComparisonReport {
    ComparisonReport(
      program: "apus test",
      before: capture("before.pcap", think: 10_000_000, retransmissions: 0, other: 3, port: 81),
      after: capture("after.pcap", think: 85_000_000, retransmissions: 6, other: 4, port: 82)
    )
  }

  /// The same capture twice.
  static var same: ComparisonReport {
    let one = capture("one.pcap", think: 10_000_000, retransmissions: 1, other: 3, port: 81)
    return ComparisonReport(program: "apus test", before: one, after: one)
  }

  static func documents() throws -> [UInt8] {
    try [slower, same].flatMap { try ComparisonDocument($0).write(to: ByteWriter()) }
  }

  /// Thirty connections to one service, and one to another of a host of its own.
  private static func capture(
    _ name: String,
    think: Int64,
    retransmissions: UInt64,
    other: UInt8,
    port: UInt16
  ) -> ComparedCapture {
    var profile = CaptureProfile()
    for number in 0..<30 as Range<UInt16> {
      profile.add(
        flow(number, 443, think: think &+ Int64(number) * 100_000, retransmissions)
      )
    }
    var rare = flow(40, port, think: think, 0)
    rare.responder.address = Samples.address(10, 9, 9, other)
    profile.add(rare)
    var facts = AnalysisSamples.facts
    facts.name = name
    return ComparedCapture(facts: facts, profile: profile, packets: 1234)
  }

  private static func flow(
    _ number: UInt16,
    _ port: UInt16,
    think: Int64,
    _ retransmissions: UInt64
  ) -> FlowRecord {
    var flow = Samples.connection
    flow.originator.port = 40_000 + number
    flow.responder.port = port
    flow.service = "http"
    var tcp = TCPSummary()
    tcp.handshake.synToSynAck = 20_000_000
    tcp.handshake.synAckToAck = 100_000
    tcp.originator.syns = 1
    tcp.responder.dataSegments = 100
    tcp.responder.retransmissions = retransmissions
    var spent = TimeSpent()
    spent[.serverThink] = think * 2
    spent.answers = 2
    tcp.timeSpent = spent
    flow.tcp = tcp
    return flow
  }
}
