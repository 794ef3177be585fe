import Flows
import Packets

/// Keeps account of what went into a flow engine and what came out, and traps where they differ.
struct FlowLedger {
  private var packets: UInt64 = 0
  private var wireBytes: UInt64 = 0
  private var lastFrame: UInt64 = 0
  private var ended: Set<UInt64> = []
  private var recordedPackets: UInt64 = 0
  private var recordedBytes: UInt64 = 0

  mutating func noteIn(_ packet: PacketHeaders) {
    lastFrame = packet.frame
    guard packet.transport != .none, packet.transport != .fragment else { return }
    packets += 1
    wireBytes &+= UInt64(packet.wireLength)
  }

  mutating func noteOut(_ record: FlowRecord) {
    precondition(ended.insert(record.id).inserted, "a flow that ended twice")
    precondition((record.tcp != nil) == (record.transport == .tcp), "TCP without a summary")
    precondition(record.firstFrame <= record.lastFrame, "a flow that ends before it begins")
    precondition(record.lastFrame <= lastFrame, "a flow with frames to come")
    precondition(record.first <= record.last, "a flow whose time goes back")
    precondition(record.forward.packets + record.backward.packets > 0, "a flow without packets")
    recordedPackets += record.forward.packets + record.backward.packets
    recordedBytes &+= record.forward.wireBytes &+ record.backward.wireBytes
    guard let tcp = record.tcp else { return }
    check(tcp.originator, record.forward)
    check(tcp.responder, record.backward)
  }

  private func check(_ direction: TCPDirectionSummary, _ totals: DirectionTotals) {
    precondition(direction.dataSegments <= totals.packets, "more segments than packets")
    precondition(
      direction.headlineParts <= totals.packets,
      "more retransmissions than packets"
    )
    guard direction.rtt.count > 0 else { return }
    precondition(direction.rtt.minimum >= 0, "a negative round trip")
    precondition(direction.rtt.minimum <= direction.rtt.maximum, "extremes in the wrong order")
  }

  func noteOut(_ event: FlowEvent) {
    precondition(event.frame <= lastFrame, "an event of a frame to come")
    precondition(event.relatedFrame <= lastFrame, "an event about a frame to come")
  }

  func close(_ counters: FlowCounters) {
    precondition(UInt64(ended.count) == counters.flows, "flows that never ended")
    precondition(recordedPackets == packets, "packets that are in no flow")
    precondition(recordedBytes == wireBytes, "bytes that are in no flow")
  }
}

extension TCPDirectionSummary {
  /// Retransmissions of all kinds of evidence.
  fileprivate var headlineParts: UInt64 {
    retransmissions + retransmissionsPartial + retransmissionsInferred + ambiguousCopies
  }
}
