import Flows
import TestSupport
import Testing

@testable import Analysis

/// Compares the round-trip times of every connection with those of tcptrace, which applies Karn's
/// rule as the engine does.
struct RoundTripTests {
  /// tcptrace prints tenths of a millisecond.
  private static let tolerance = 0.1

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tool.isPresent("tcptrace"), "needs tcptrace"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func minimumAndMeanAreThoseOfTcptrace(_ capture: CorpusCapture) throws {
    let tcptrace = try #require(Tool("tcptrace"))
    guard let theirs = try TcptraceConnection.all(in: capture.path, by: tcptrace) else { return }
    let analysis = try CapturedAnalysis(of: capture.path, collectingEvents: false)
    var differences: [String] = []
    for connection in theirs {
      guard let flow = analysis.flows.first(where: { connection.isSame(as: $0) }),
        let summary = flow.tcp
      else {
        differences.append("no flow for \(connection.portA) \(connection.portB)")
        continue
      }
      let isAOriginator = connection.isAOriginator(of: flow)
      let (ours, other) =
        isAOriginator
        ? (summary.originator, summary.responder) : (summary.responder, summary.originator)
      for (name, mine, their) in [
        ("a2b", ours, connection.aToB), ("b2a", other, connection.bToA),
      ] {
        if let text = Self.difference(mine.rtt, their) {
          differences.append("stream \(flow.stream) \(connection.portA) \(name): \(text)")
        }
      }
    }
    let text =
      "\(differences.count) of \(theirs.count): "
      + differences.prefix(6).joined(separator: "; ")
    let isEqual = differences.isEmpty
    if let reason = RoundTripDifference.reasons[capture.name] {
      // A reason without a difference is out of date.
      #expect(!isEqual, "no difference any more: \(reason)")
    } else {
      #expect(isEqual, Comment(rawValue: text))
    }
  }

  /// What differs between our round trips and tcptrace's; `nil` where nothing does.
  private static func difference(
    _ ours: RTTStatistics,
    _ theirs: TcptraceConnection.RoundTrips
  ) -> String? {
    let minimum = Double(ours.minimum) / 1e6
    let mean = Double(ours.mean) / 1e6
    guard
      abs(minimum - theirs.minimum) > tolerance
        || abs(mean - theirs.mean) > tolerance
    else { return nil }
    return "\(ours.count) samples, \(minimum) and \(mean) ms, in tcptrace \(theirs.count), "
      + "\(theirs.minimum) and \(theirs.mean) ms"
  }
}

extension TcptraceConnection {
  /// Whether `flow` is this connection.
  func isSame(as flow: FlowRecord) -> Bool {
    guard flow.transport == .tcp,
      (-1...1).contains(flow.first.nanoseconds / 1000 &- first)
    else { return false }
    let ports = (flow.originator.port, flow.responder.port)
    return ports == (portA, portB) || ports == (portB, portA)
  }

  /// Whether the side that tcptrace calls a is the flow's originator.
  func isAOriginator(of flow: FlowRecord) -> Bool { flow.originator.port == portA }
}
