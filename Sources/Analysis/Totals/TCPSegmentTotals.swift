/// Segments, bytes and lost time, summed over directions of TCP connections.
///
/// The names are those of `TCPDirectionSummary`.
package struct TCPSegmentTotals: Sendable, Equatable {
  package var dataSegments: UInt64 = 0

  // MARK: By class
  package var retransmissions: UInt64 = 0
  package var retransmissionsPartial: UInt64 = 0
  package var retransmissionsInferred: UInt64 = 0
  package var ambiguousCopies: UInt64 = 0
  package var reordered: UInt64 = 0
  package var lateOriginals: UInt64 = 0
  package var holeFillsUnknown: UInt64 = 0
  package var captureGapFills: UInt64 = 0
  package var duplicateFrames: UInt64 = 0
  package var keepAlives: UInt64 = 0
  package var windowProbes: UInt64 = 0

  // MARK: Retransmissions by kind
  package var spurious: UInt64 = 0
  package var fast: UInt64 = 0
  package var tailLossProbes: UInt64 = 0
  package var timeouts: UInt64 = 0
  package var slowStart: UInt64 = 0
  package var otherRetransmissions: UInt64 = 0
  package var synRetransmissions: UInt64 = 0
  package var lossEpisodes: UInt64 = 0
  /// Nanoseconds, summed over connections.
  package var stallTime: Int64 = 0

  // MARK: Acknowledgments and windows
  package var duplicateAcks: UInt64 = 0
  package var tripleDuplicateAcks: UInt64 = 0
  package var selectiveAcks: UInt64 = 0
  package var dSacks: UInt64 = 0
  package var acksOfUnseen: UInt64 = 0
  package var keepAliveAcks: UInt64 = 0
  package var zeroWindows: UInt64 = 0
  /// Nanoseconds, summed over connections.
  package var zeroWindowTime: Int64 = 0
  package var windowUpdates: UInt64 = 0
  package var windowShrinks: UInt64 = 0
  package var windowFull: UInt64 = 0

  // MARK: Flags
  package var syns: UInt64 = 0
  package var fins: UInt64 = 0
  package var resets: UInt64 = 0

  // MARK: Bytes
  package var uniqueBytes: UInt64 = 0
  package var retransmittedBytes: UInt64 = 0
  package var missedBytes: UInt64 = 0
  package var ackedBytes: UInt64 = 0
  package var inconsistentOverlaps: UInt64 = 0
  package var implausibleSequences: UInt64 = 0

  package init() {}

  /// Retransmissions by the headline rule: proven + inferred (an ambiguous pair counts one).
  package var headlineRetransmissions: UInt64 {
    retransmissions + retransmissionsPartial + retransmissionsInferred + ambiguousCopies
  }

  /// Share of the payload bytes sent that were sent again, or `nil` without payload.
  package var retransmittedShare: Double? {
    let sent = uniqueBytes + retransmittedBytes
    return sent == 0 ? nil : Double(retransmittedBytes) / Double(sent)
  }
}
