import Packets
import Testing

@testable import Flows

/// A capture told packet by packet, and what the flow engine makes of it.
struct Story {
  /// The flows in the order in which they ended.
  let flows: [FlowRecord]
  /// Every event as "frame name", followed for retransmissions by what made the sender send again
  /// and by "(inferred)" or "(unknown)" where it is not proven.
  let log: [String]
  let events: [FlowEvent]

  /// Plays `packets`; frames count from 1, the clock starts at 1 s.
  init(_ packets: [Told], limits: FlowLimits = FlowLimits()) {
    var engine = FlowEngine(limits: limits, collectsEvents: true)
    var milliseconds = 1000.0
    for (index, told) in packets.enumerated() {
      milliseconds += told.after
      let nanoseconds = Int64((milliseconds * 1_000_000).rounded())
      engine.process(told.headers(frame: UInt64(index) + 1, nanoseconds: nanoseconds))
    }
    while engine.finish() {}
    flows = engine.finishedFlows()
    events = engine.allEvents()
    log = events.map(Self.text)
  }

  /// What the only or last flow did.
  var tcp: TCPSummary { flows.last?.tcp ?? TCPSummary() }

  private static func text(_ event: FlowEvent) -> String {
    var text = "\(event.frame) \(event.kind.rawValue)"
    if let kind = event.retransmission { text += " \(kind)" }
    if event.evidence != .proven { text += " (\(event.evidence))" }
    return text
  }
}

/// A story whose events are known.
struct EventCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let packets: [Told]
  let log: [String]

  init(_ description: String, _ packets: [Told], _ log: String...) {
    testDescription = description
    self.packets = packets
    self.log = log
  }

  /// The same after a handshake with a path of 20 ms (frames 1 to 3).
  static func connected(_ description: String, _ packets: [Told], _ log: String...) -> EventCase {
    EventCase(description, Told.handshake + packets, log)
  }

  private init(_ description: String, _ packets: [Told], _ log: [String]) {
    testDescription = description
    self.packets = packets
    self.log = log
  }
}
