import Dissection
import Flows
import Packets

@testable import Analysis

/// What a rule is told in a test, and what it makes of it.
struct RuleStory<Rule: FindingRule> {
  private var collector = FindingCollector(isEnabled: true, rules: [Rule.self])
  private var nextFlow: UInt64 = 0

  init() {}

  /// Tells of something that an application did in a flow of its own, unless `flow` numbers one.
  mutating func tell(
    _ content: ApplicationContent,
    from client: Substring = "10.0.0.1",
    to server: Substring = "10.0.0.53",
    _ port: UInt16 = 53,
    _ transport: TransportKind = .udp,
    flow: UInt64? = nil
  ) {
    collector.receive([
      ApplicationTransaction(
        flow: .sample(flow ?? nextFlow, from: client, to: server, port, transport),
        content: content
      )
    ])
    nextFlow += 1
  }

  /// Tells of a flow that has ended.
  mutating func tell(_ record: FlowRecord) {
    collector.receive([record])
  }

  /// Tells of a message that binds an address.
  mutating func tell(_ message: NeighborSighting.Message, at moment: Moment) {
    collector.receive(NeighborSighting(message, moment: moment, segment: .none))
  }

  /// The findings, when the capture ends at a time in seconds.
  func findings(end: Int64 = 1_000_000) -> [Finding] {
    var analysis = AnalysisAccumulator().finish()
    analysis.totals.latest = Timestamp(nanoseconds: end * 1_000_000_000)
    return collector.conclusions(of: analysis)
  }
}

extension FlowIdentity {
  static func sample(
    _ id: UInt64,
    from client: Substring,
    to server: Substring,
    _ port: UInt16,
    _ transport: TransportKind
  ) -> FlowIdentity {
    let packet = Frame.packet(
      transport,
      from: client,
      40_000,
      to: server,
      port,
      frame: id + 1,
      seconds: Int64(id),
      path: 0
    )
    var placement = FlowPlacement()
    placement.flow = id
    return FlowIdentity(packet, placement)
  }
}

extension Moment {
  /// The frame with this number, so many milliseconds after the epoch.
  static func at(_ frame: UInt64, milliseconds: Int64) -> Moment {
    Moment(frame: frame, time: milliseconds * 1_000_000)
  }
}
