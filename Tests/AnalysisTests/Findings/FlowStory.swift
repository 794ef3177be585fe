import Flows
import Packets

@testable import Analysis

/// Flows and their events that all rules are told of.
struct FlowStory {
  private var collector: FindingCollector
  private var nextFlow: UInt64 = 1

  init(limits: FindingLimits = FindingLimits()) {
    collector = FindingCollector(isEnabled: true, limits: limits)
  }

  /// Tells of a flow in which something may have happened; each has a number of its own.
  mutating func tell(
    _ record: FlowRecord,
    events: (_ flow: UInt64) -> [FlowEvent] = { _ in [] }
  ) {
    var record = record
    record.id = nextFlow
    record.firstFrame = nextFlow
    record.lastFrame = nextFlow
    collector.receive(ContiguousArray(events(nextFlow)))
    collector.receive([record])
    nextFlow += 1
  }

  /// Tells of connections that are not made: of the client with this number.
  mutating func tell(
    _ attempt: ConnectionAttempt,
    from client: UInt32,
    to server: UInt32,
    _ port: UInt16,
    times: Int = 3
  ) {
    for _ in 0..<times {
      var record = FlowRecord.attempt(attempt, from: client, to: server, port)
      if attempt == .unanswered {
        record.tcp?.originator.syns = 2
        record.forward.packets = 2
      }
      tell(record)
    }
  }

  /// The analysis, with its findings.
  func ending() -> AnalysisSummary {
    var summary = AnalysisAccumulator().finish()
    collector.conclude(into: &summary)
    return summary
  }

  func findings() -> [Finding] { ending().findings }
}
