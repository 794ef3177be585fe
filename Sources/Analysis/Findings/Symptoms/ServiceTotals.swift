import Flows

/// All flows of a service, with and without symptoms.
struct ServiceTotals {
  var flows: UInt64 = 0
  /// Data segments to and from the service.
  var segmentsReceived: UInt64 = 0
  var segmentsSent: UInt64 = 0
  /// Payload bytes of both directions.
  var bytes: UInt64 = 0
  /// The frames in which the service opened connections.
  var openings = FrameMarks()
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
    segmentsReceived &+= record.pointee.forward.payloadPackets
    segmentsSent &+= record.pointee.backward.payloadPackets
    bytes &+= record.pointee.forward.payloadBytes &+ record.pointee.backward.payloadBytes
    note(record.pointee.tcp)
  }

  private mutating func note(_ tcp: TCPSummary?) {
    guard let tcp else { return }
    answers &+= tcp.responder.replies.count
    openings.insert(tcp.stages.synAckFrame)
  }

  mutating func add(_ other: ServiceTotals) {
    flows &+= other.flows
    segmentsReceived &+= other.segmentsReceived
    segmentsSent &+= other.segmentsSent
    bytes &+= other.bytes
    openings.add(other.openings)
    answers &+= other.answers
    missing = max(missing, other.missing)
  }
}
