/// A question for the time and its answer.
package struct NTPTransaction: Equatable, Sendable {
  /// Which side asked.
  package var asker: Role
  package var version: UInt8
  package var request: Moment
  package var response: Moment?
  /// What the server said.
  package var answer: NTPMessage.Time?
  /// The server's clock is not synchronised.
  package var isUnsynchronised = false

  /// Nanoseconds from request to response.
  package var responseTime: Int64? { response?.nanoseconds(since: request) }

  /// Nanoseconds that the server's clock is ahead of the capture's, the way to the tap included.
  package var clockDifference: Int64? {
    guard let response, let sent = answer?.transmit.nanoseconds else { return nil }
    return sent &- response.time
  }

  /// A refusal to answer more often ("RATE", "DENY"; RFC 5905 §7.4).
  package var kissOfDeath: String? {
    guard let answer, answer.stratum == 0 else { return nil }
    return answer.referenceName
  }
}
