/// What made the sender send again.
package enum RetransmissionKind: UInt8, CaseIterable, Sendable, BitwiseCopyable {
  /// The receiver had it already.
  case spurious
  /// Three duplicate ACKs, SACK or RACK told of the loss (RFC 5681 §3.2, RFC 6675, RFC 8985).
  case fast
  /// A tail loss probe (RFC 8985 §7).
  case tailLossProbe
  /// The retransmission timer (RFC 6298).
  case timeout
  /// Go-back after a timeout in the same recovery episode.
  case slowStart
  /// None of these fits.
  case other
}
