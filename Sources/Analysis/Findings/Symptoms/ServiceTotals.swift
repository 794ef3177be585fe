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
  /// Flows that there may be more: none, unless services had to be forgotten.
  var missing: UInt64 = 0

  init(flows: UInt64 = 0, missing: UInt64 = 0) {
    self.flows = flows
    self.missing = missing
  }

  mutating func add(_ flow: FlowCase) {
    flows &+= 1
    let record = flow.record
    segments &+= record.pointee.forward.payloadPackets &+ record.pointee.backward.payloadPackets
    bytes &+= record.pointee.forward.payloadBytes &+ record.pointee.backward.payloadBytes
    answers &+= record.pointee.tcp?.responder.replies.count ?? 0
  }

  mutating func add(_ other: ServiceTotals) {
    flows &+= other.flows
    segments &+= other.segments
    bytes &+= other.bytes
    answers &+= other.answers
    missing = max(missing, other.missing)
  }
}
