/// Moments of the first request and its answer in a connection, from which stage times follow.
package struct StageTimes: Sendable, Equatable {
  package var syn: Int64?
  package var synAck: Int64?
  package var ack: Int64?
  /// First payload from the originator.
  package var request: Int64?
  /// Last payload from the originator before the answer: an upload is a long request.
  package var requestEnd: Int64?
  /// The responder's first acknowledgment that covers the request.
  package var requestAcked: Int64?
  /// First payload from the responder after the request.
  package var response: Int64?

  /// Frames of the SYN, the SYN-ACK and the request; 0 where not seen.
  package var synFrame: UInt64 = 0
  package var synAckFrame: UInt64 = 0
  package var requestFrame: UInt64 = 0

  package init() {}

  /// Nanoseconds between two moments, where both were seen.
  package static func interval(_ from: Int64?, _ to: Int64?) -> Int64? {
    guard let from, let to else { return nil }
    return max(0, to &- from)
  }

  /// ACK to request: how long the client waited.
  package var clientDelay: Int64? { Self.interval(ack, request) }
  /// Request to its acknowledgment.
  package var requestToAck: Int64? { Self.interval(request, requestAcked) }
  /// Acknowledgment (or request, when the answer carried it) to the first byte of the answer.
  package var serverDelay: Int64? { Self.interval(requestAcked, response) }
}
