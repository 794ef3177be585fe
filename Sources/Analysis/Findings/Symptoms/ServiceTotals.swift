import Flows

/// All flows of a service, with and without symptoms.
struct ServiceTotals {
  var flows: UInt64 = 0
  /// Data segments of both directions.
  var segments: UInt64 = 0
  /// Payload bytes of both directions.
  var bytes: UInt64 = 0
  /// Answers of the responder.
  var answers: UInt64 = 0

  init() {}

  mutating func add(_ flow: FlowCase) {
    flows &+= 1
    segments &+= flow.flow.forward.payloadPackets &+ flow.flow.backward.payloadPackets
    bytes &+= flow.flow.forward.payloadBytes &+ flow.flow.backward.payloadBytes
    if let tcp = flow.flow.tcp { answers &+= tcp.responder.replies.count }
  }

  mutating func add(_ other: ServiceTotals) {
    flows &+= other.flows
    segments &+= other.segments
    bytes &+= other.bytes
    answers &+= other.answers
  }
}
