import CaptureFiles
import Flows
import Packets
import Testing

@testable import Analysis

struct AnalysisAccumulatorTests {
  /// Thirty connections that lost 0, 1, 2, … 29 seconds.
  static let records: [FlowRecord] = (0..<30).map { number in
    .connection(
      change: { $0.id = UInt64(number) },
      tcp: { $0.originator.stallTime = Int64(number) * 1_000_000_000 }
    )
  }

  @Test func listsTheWorstFirstAndNoMoreThanTheLimit() {
    var accumulator = AnalysisAccumulator(worstLimit: 5)
    for record in Self.records { accumulator.add(record) }
    let summary = accumulator.finish(captures: [])
    #expect(summary.worst.map(\.record.id) == [29, 28, 27, 26, 25])
    #expect(summary.bounds.unlistedFlows == 24)
    #expect(summary.severity == .critical)
    #expect(summary.assessments.flows(Severity.ok) == 1)
    #expect(summary.assessments.flows(Severity.warning) == 9)
    #expect(summary.assessments.flows(Severity.critical) == 20)
    #expect(summary.assessments.flows(ReasonKind.stalled) == 29)
  }

  @Test(arguments: [1, 2, 3, 7])
  func theResultDoesNotDependOnHowFlowsAreDivided(parts: Int) {
    var whole = AnalysisAccumulator()
    for record in Self.records { whole.add(record) }
    var divided = [AnalysisAccumulator](repeating: AnalysisAccumulator(), count: parts)
    for (index, record) in Self.records.reversed().enumerated() {
      divided[index % parts].add(record)
    }
    var merged = divided[0]
    for part in divided.dropFirst() { merged.merge(part) }
    let (left, right) = (merged.finish(captures: []), whole.finish(captures: []))
    #expect(left.worst.map(\.record.id) == right.worst.map(\.record.id))
    #expect(left.assessments == right.assessments)
    #expect(left.bounds == right.bounds)
    #expect(left.tcp.segments == right.tcp.segments)
    #expect(left.tcp.handshakeRTT == right.tcp.handshakeRTT)
    #expect(left.quality == right.quality)
  }

  @Test func equallyBadFlowsAreListedByNumber() {
    var accumulator = AnalysisAccumulator(worstLimit: 3)
    for id in [9, 2, 7, 1, 8] {
      accumulator.add(.connection(change: { $0.id = UInt64(id) }) { $0.portReuse = .active })
    }
    #expect(accumulator.finish(captures: []).worst.map(\.record.id) == [1, 2, 7])
  }

  @Test func aConnectionThatWasMirroredTwiceCountsOnce() {
    var accumulator = AnalysisAccumulator()
    for mirrorOf in [nil, 0, 0] as [UInt64?] {
      accumulator.add(
        .connection {
          $0.mirrorOf = mirrorOf
          $0.originator.stallTime = 9_000_000_000
        }
      )
    }
    let summary = accumulator.finish(captures: [])
    #expect(summary.flows.flows == 3)
    #expect(summary.tcp.connections == 1)
    #expect(summary.tcp.mirrored == 2)
    #expect(summary.tcp.segments.stallTime == 9_000_000_000)
    #expect(summary.worst.count == 1)
    #expect(summary.quality[.mirroredConnections]?.count == 2)
    #expect(summary.quality[.mirroredConnections]?.total == 3)
    #expect(summary.quality[.mirroredConnections]?.severity == .notice)
  }

  @Test func anEmptyCaptureIsOK() {
    let summary = AnalysisAccumulator().finish(captures: [])
    #expect(summary.severity == .ok)
    #expect(summary.worst.isEmpty)
    #expect(summary.quality.notes.isEmpty)
    #expect(summary.bounds.isEmpty)
    #expect(summary.totals.duration == 0)
  }

  @Test func connectionsAreCountedByTheirOutcome() {
    var accumulator = AnalysisAccumulator()
    accumulator.add(.connection())
    accumulator.add(.connection { $0.isRefused = true })
    accumulator.add(.unanswered(syns: 2, ending: .timeout))
    accumulator.add(.connection(change: { $0.ending = .reset }))
    accumulator.add(.connection(change: { $0.ending = .endOfCapture }) { $0.isPartial = true })
    let tcp = accumulator.finish(captures: []).tcp
    #expect(tcp.connections == 5)
    #expect([tcp.finished, tcp.refused, tcp.unanswered, tcp.reset, tcp.open] == [1, 1, 1, 1, 1])
    #expect(tcp.partial == 1)
    #expect(tcp.established == 4)
    #expect(tcp.connections(.s0) == 1)
    #expect(tcp.connections(.sf) == 4)
  }

  @Test func otherTransportsAreCountedButNotAsConnections() {
    var accumulator = AnalysisAccumulator()
    var record = FlowRecord()
    record.transport = .udp
    record.forward.packets = 1
    record.ending = .evicted
    accumulator.add(record)
    let summary = accumulator.finish(captures: [])
    #expect(summary.flows.flows(TransportKind.udp) == 1)
    #expect(summary.flows.oneWay == 1)
    #expect(summary.tcp.connections == 0)
    #expect(summary.bounds.evictedFlows == 1)
    #expect(summary.quality[.evictedFlows]?.severity == .warning)
  }
}
