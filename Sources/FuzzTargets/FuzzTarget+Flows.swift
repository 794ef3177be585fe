import Flows
import Packets

extension FuzzTarget {
  /// The first byte sets the engine's bounds; the rest is a script of packets.
  func runFlows(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var engine = FlowEngine(limits: Self.limits(input.byte()), collectsEvents: true)
    var ledger = FlowLedger()
    var script = PacketScript(input)
    while let packet = script.packet() {
      ledger.noteIn(packet)
      engine.process(packet)
      engine.takeEvents { for event in $0 { ledger.noteOut(event) } }
      engine.takeFinished { for record in $0 { ledger.noteOut(record) } }
    }
    var isMore = true
    while isMore {
      isMore = engine.finish(atMost: 3)
      engine.takeFinished { for record in $0 { ledger.noteOut(record) } }
    }
    ledger.close(engine.counters)
  }

  /// Few flows and short time-outs, so that eviction and expiry happen.
  static func limits(_ choice: UInt8) -> FlowLimits {
    var limits = FlowLimits()
    limits.maximumFlows = choice & 1 == 0 ? 3 : 100
    limits.retainedFlows = choice & 2 == 0 ? 0 : 2
    if choice & 4 != 0 { limits.timeWait = .max }
    if choice & 16 != 0 { limits.awakeConnections = 1 }
    if choice & 8 != 0 { limits.establishedTimeout = 1_000_000_000 }
    return limits
  }

  /// The first byte sets the bounds; ICMP errors quote what follows them.
  func runWireshark(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var limits = WiresharkLimits()
    let choice = input.byte()
    if choice & 1 == 0 { limits.segmentsPerDirection = 3 }
    if choice & 2 == 0 { limits.segments = 5 }
    if choice & 4 == 0 { limits.conversations = 2 }
    var analysis = WiresharkAnalysis(limits: limits)
    var script = PacketScript(input)
    while let packet = script.packet() {
      let verdict = analysis.analyze(packet)
      precondition((verdict?.acksFrame ?? 0) <= packet.frame, "an ACK of a frame to come")
      guard packet.transport == .icmp else { continue }
      script.payload().withUnsafeBytes { _ = analysis.analyze(packet, quoting: $0.bytes) }
    }
  }
}
