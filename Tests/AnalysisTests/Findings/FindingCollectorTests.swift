import Flows
import Packets
import Testing

@testable import Analysis

/// How flows become findings, and what the bounds keep out.
struct FindingCollectorTests {
  /// A connection to a service, refused or not.
  private static func flow(_ id: UInt64, host: UInt32, isRefused: Bool = true) -> FlowRecord {
    .connection(
      change: {
        $0.id = id
        $0.firstFrame = id + 1
        $0.responder.address = IPAddress(v4: host)
      },
      tcp: {
        $0.isRefused = isRefused
        if isRefused {
          $0.originator.uniqueBytes = 0
          $0.responder.uniqueBytes = 0
        }
      }
    )
  }

  private static func findings(
    _ flows: [FlowRecord],
    limits: FindingLimits = FindingLimits()
  ) -> AnalysisSummary {
    var collector = FindingCollector(isEnabled: true, limits: limits)
    collector.receive(ContiguousArray(flows))
    var summary = AnalysisAccumulator().finish()
    collector.conclude(into: &summary)
    return summary
  }

  private static func refusals(services: UInt32, each: UInt32 = 3) -> [FlowRecord] {
    (0..<services * each).map { flow(UInt64($0), host: 100 + $0 % services) }
  }

  @Test func oneFindingForEachService() {
    let findings = Self.findings(Self.refusals(services: 2)).findings
    #expect(findings.map(\.kind) == [.connectionRefused, .connectionRefused])
    #expect(findings.map(\.evidence.flowCount) == [3, 3])
    #expect(findings.map(\.subject.server?.v4) == [100, 101])
  }

  @Test func manyServicesWithTheSameTroubleHaveOne() {
    let findings = Self.findings(Self.refusals(services: 10)).findings
    #expect(findings.map(\.kind) == [.connectionRefused])
    #expect(findings.first?.evidence.flowCount == 30)
    #expect(findings.first?.evidence.flows.count == FindingEvidence.flowLimit)
    #expect(findings.first?.seen.contains("10 services") == true)
  }

  @Test func aServiceThatMostlyWorksDoesNotRefuse() {
    let quiet = (10..<20).map { Self.flow($0, host: 100, isRefused: false) }
    #expect(Self.findings(Self.refusals(services: 1) + quiet).findings.isEmpty)
  }

  @Test func subjectsBeyondTheLimitAreCounted() {
    var limits = FindingLimits()
    limits.subjects = 2
    let flows =
      Self.refusals(services: 1) + (0..<4).map { Self.flow(10 + $0, host: 200 + UInt32($0)) }
    let summary = Self.findings(flows, limits: limits)
    #expect(summary.findings.map(\.subject.server?.v4) == [100])
    #expect(summary.bounds.uncountedSymptoms == 3)
  }

  @Test func findingsBeyondTheLimitAreCounted() {
    var limits = FindingLimits()
    limits.findings = 1
    let summary = Self.findings(Self.refusals(services: 3), limits: limits)
    #expect(summary.findings.count == 1)
    #expect(summary.bounds.unlistedFindings == 2)
  }

  @Test func eventsOfTooManyFlowsAreCounted() {
    var limits = FindingLimits()
    limits.flows = 2
    var table = FlowNoteTable(limits: limits)
    let events = (0..<5 as Range<UInt64>).map {
      FlowEvent(
        frame: $0 + 1,
        time: Timestamp(nanoseconds: 0),
        flow: $0,
        stream: 0,
        direction: .responder,
        kind: .duplicateFrame
      )
    }
    table.receive(ContiguousArray(events))
    #expect(table.omitted == 3)
    #expect(table.take(4)?.frames(.copy) == [5])
    #expect(table.take(1)?.notes.count == nil)
  }

  @Test func flowsOfWhichMuchWasSaidAreNotForgottenForTheSakeOfOthers() {
    var limits = FindingLimits()
    limits.flows = 8
    var table = FlowNoteTable(limits: limits)
    func tell(_ flow: UInt64) {
      table.receive([Self.event(.zeroWindow, .responder, frame: flow, flow: flow)])
    }
    for _ in 0..<5 { tell(7) }
    for flow in 100..<200 as Range<UInt64> { tell(flow) }
    #expect(table.take(7)?.count(.zeroWindow) == 5)
    #expect(table.take(199)?.count(.zeroWindow) == 1)
    #expect(table.omitted > 80)
  }

  private static func event(
    _ kind: FlowEventKind,
    _ direction: FlowDirection,
    frame: UInt64,
    flow: UInt64 = 0
  ) -> FlowEvent {
    FlowEvent(
      frame: frame,
      time: Timestamp(nanoseconds: 0),
      flow: flow,
      stream: 0,
      direction: direction,
      kind: kind
    )
  }

  @Test func directionsDoNotTakeEachOthersPlaces() {
    var notes = FlowNotes()
    for frame in 1...100 as ClosedRange<UInt64> {
      notes.add(Self.event(.zeroWindow, .originator, frame: frame), .zeroWindow, limit: 64)
    }
    notes.add(Self.event(.zeroWindow, .responder, frame: 101), .zeroWindow, limit: 64)
    #expect(notes.frames(.zeroWindow, .responder) == [101])
    #expect(notes.count(.zeroWindow, .originator) == 100)
    #expect(notes.count(.zeroWindow, .responder) == 1)
    #expect(notes.count(.zeroWindow) == 101)
  }

  @Test(arguments: EventClass.allCases)
  func everyClassHasItsNotesWhateverTheOthers(_ kind: EventClass) {
    var notes = FlowNotes()
    for other in EventClass.allCases where other != kind {
      for frame in 1...100 as ClosedRange<UInt64> {
        notes.add(Self.event(.duplicateFrame, .originator, frame: frame), other, limit: 64)
      }
    }
    for frame in 101...110 as ClosedRange<UInt64> {
      notes.add(Self.event(.duplicateFrame, .responder, frame: frame), kind, limit: 64)
    }
    #expect(notes.frames(kind) == [101, 102, 103, 104])
    #expect(notes.count(kind, .responder) == 10)
  }

  @Test func framesOfAFlowAreBoundedAndCounted() {
    var notes = FlowNotes()
    for frame in 1...100 as ClosedRange<UInt64> {
      let event = FlowEvent(
        frame: frame,
        time: Timestamp(nanoseconds: 0),
        flow: 0,
        stream: 0,
        direction: .originator,
        kind: .duplicateFrame
      )
      notes.add(event, .copy, limit: 64)
    }
    #expect(notes.frames(.copy) == Array(1...16))
    #expect(notes.count(.copy) == 100)
  }
}
