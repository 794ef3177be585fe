import CaptureFiles
import Flows
import TestSupport
import Testing

@testable import Analysis

/// Traces of whole captures.
struct FlowTraceTests {
  private static func traces(
    of capture: CorpusCapture,
    threads: Int = 1,
    _ limits: TraceLimits = TraceLimits()
  ) throws -> (traces: [FlowTrace], flows: [FlowRecord]) {
    var options = AnalysisOptions()
    options.recordsTraces = true
    options.traceLimits = limits
    options.threads = threads
    var sink = CollectingSink()
    let outcome = try CaptureAnalyzer(options: options)
      .run(CaptureReader(path: capture.path), into: &sink)
    return (outcome.traces, sink.flows)
  }

  private static let captures = Corpus.captures.filter { $0.isReadable && $0.packets < 2_500 }

  private static func text(_ result: (traces: [FlowTrace], flows: [FlowRecord])) -> [String] {
    result.traces.map { "\($0)" }
      + result.flows.map { flow in
        "\(flow.id) " + (0..<16).map { "\(flow.profile?.values[$0] ?? 0)" }.joined(separator: ",")
      }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: captures)
  func theyDoNotDependOnThreads(capture: CorpusCapture) throws {
    #expect(
      try Self.text(Self.traces(of: capture)) == Self.text(Self.traces(of: capture, threads: 2))
    )
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: captures)
  func theyHaveEveryPacketOfTheirFlow(capture: CorpusCapture) throws {
    let (traces, flows) = try Self.traces(of: capture)
    #expect(flows.allSatisfy { $0.profile != nil })
    let records = Dictionary(uniqueKeysWithValues: flows.map { ($0.id, $0) })
    let long = flows.count { $0.forward.packets + $0.backward.packets > 1 }
    #expect(traces.count == min(long, TraceLimits().flows))
    #expect(Set(traces.map(\.flow)).count == traces.count)
    for trace in traces {
      let record = try #require(records[trace.flow])
      #expect(trace.packets == record.forward.packets + record.backward.packets)
      #expect(UInt64(trace.points.count) == trace.packets)
      #expect(trace.points.first?.frame == record.firstFrame)
      #expect(trace.points.last?.frame == record.lastFrame)
      #expect(
        UInt64(trace.points.count { $0.isFromResponder }) == record.backward.packets
      )
      let payload = trace.points.reduce(0) { $0 + UInt64($1.length) }
      #expect(payload == record.forward.payloadBytes + record.backward.payloadBytes)
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: captures)
  func theyStayWithinTheirBounds(capture: CorpusCapture) throws {
    var limits = TraceLimits()
    limits.flows = 5
    limits.points = 600
    limits.pointsOfFlow = 400
    limits.selectiveAcks = 3
    limits.pointBytes = 40 * 16 * MemoryLayout<TracePoint>.stride
    let (traces, _) = try Self.traces(of: capture, limits)
    limits = TraceLimits()
    limits.flows = .max
    limits.points = .max
    let whole = Dictionary(
      uniqueKeysWithValues: try Self.traces(of: capture, limits).traces.map {
        ($0.flow, Set($0.points.map(\.frame)))
      }
    )
    #expect(traces.count <= 5)
    #expect(traces.reduce(0) { $0 + $1.points.count } <= 600)
    for trace in traces {
      #expect(UInt64(trace.points.count) <= trace.packets)
      let frames = trace.points.map(\.frame)
      #expect(frames == frames.sorted())
      #expect(whole[trace.flow]?.isSuperset(of: frames) == true)
      #expect(trace.selectiveAcks.count <= 3)
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: captures)
  func whatIsWrongComesFirst(capture: CorpusCapture) throws {
    let (traces, flows) = try Self.traces(of: capture)
    let traced = Set(traces.map(\.flow))
    let troubled = flows.filter {
      FlowAssessor.assess($0).severity == .critical
        && $0.forward.packets + $0.backward.packets > 1
    }
    if troubled.count < 20 { #expect(troubled.allSatisfy { traced.contains($0.id) }) }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: captures)
  func marksAreThoseOfTheEvents(capture: CorpusCapture) throws {
    let (traces, _) = try Self.traces(of: capture)
    let analysis = try CapturedAnalysis(of: capture.path)
    let traced = Set(traces.map(\.flow))
    var classes: [UInt64: Set<UInt64>] = [:]
    for event in analysis.events where traced.contains(event.flow) {
      switch event.kind {
      case .retransmission, .retransmissionPartial, .zeroWindow, .reordered, .duplicateFrame:
        classes[event.flow, default: []].insert(event.frame)
      case .confirmedSpurious, .reclassified:
        classes[event.flow, default: []].insert(event.relatedFrame)
      default: break
      }
    }
    for trace in traces {
      let marked = Set(trace.points.filter { $0.mark != nil }.map(\.frame))
      #expect(classes[trace.flow, default: []].subtracting(marked).isEmpty, "\(trace.flow)")
    }
  }
}
