/// What a segment that consumes sequence space is; each gets exactly one.
///
/// The classes are told apart by evidence in the capture, in the order given here; see
/// `docs/tcp-analysis.md`.
package enum SegmentClass: UInt8, CaseIterable, Sendable {
  /// Bytes seen for the first time, at or beyond the highest seen so far.
  case new
  /// The same packet captured twice (mirror port), not sent twice.
  case duplicateFrame
  /// A keep-alive (RFC 9293 §3.8.4).
  case keepAlive
  /// A probe of a closed window (RFC 9293 §3.8.6.1).
  case windowProbe
  /// Sent again: every byte had been captured before.
  case retransmission
  /// Sent again with new bytes: some bytes had been captured before.
  case retransmissionPartial
  /// The original, arriving after its retransmission.
  case lateOriginal
  /// One of two copies is the original; which cannot be told.
  case secondCopyAmbiguous
  /// The original, arriving after later segments.
  case reordered
  /// Sent again: the original was lost before the capture point (inferred).
  case retransmissionOfUncaptured
  /// Fills a hole; reordering or retransmission cannot be told.
  case holeFillUnknown
  /// Fills a hole that the receiver had already acknowledged: the capture lost or reordered it.
  case captureGapFill
}
