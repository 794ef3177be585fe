/// What is kept of SIP at most.
package enum SIPLimits {
  /// Bytes of a line; longer ones are cut.
  package static let line = 4 * 1024
  /// Bytes of the start line and the header fields.
  package static let head = 16 * 1024
  /// Bytes of a session description.
  package static let content = 16 * 1024
  /// Bytes of a value.
  package static let text = 512
  /// Provisional responses of a transaction.
  package static let provisional = 16
  /// Transactions of a flow that wait for their end.
  package static let pending = 1_024
  /// Calls of a flow that were answered and not ended.
  package static let calls = 1_024
  /// Nanoseconds without a word after which a transaction is given up: more than the three minutes
  /// that a phone may ring (RFC 3261 §16.6, timer C).
  package static let timeout: Int64 = 200_000_000_000
}
