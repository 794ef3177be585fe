import Flows
import Packets

extension FlowRecord {
  /// The flows that the engine makes of some packets, in the order in which they end.
  static func flows(of packets: ContiguousArray<PacketHeaders>) -> [FlowRecord] {
    var engine = FlowEngine()
    var flows: [FlowRecord] = []
    for packet in packets { engine.process(packet) }
    while engine.finish() {}
    engine.takeFinished { flows += $0 }
    return flows
  }
}
