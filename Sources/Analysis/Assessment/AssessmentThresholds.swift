/// Every bound of the assessment of flows, each in one place.
///
/// Times are nanoseconds, rates are shares of one. The steps follow what applications feel: a web
/// page tolerates a hundred milliseconds, a TCP transfer halves its rate at a percent of loss
/// (Mathis et al., 1997: rate ~ 1/√loss).
package enum AssessmentThresholds {
  static let millisecond: Int64 = 1_000_000
  static let second: Int64 = 1_000_000_000

  /// Share of data segments that had to be sent again, needless ones aside.
  package static let lossRate = SeveritySteps(notice: 0.000_1, warning: 0.01, critical: 0.05)
  /// Below so many lost segments a rate says little: no more than a notice, and not critical.
  package static let lossCountForWarning: UInt64 = 3
  package static let lossCountForCritical: UInt64 = 10
  /// Retransmission time-outs: each stops the sender for at least 200 ms and empties its window.
  package static let timeouts = SeveritySteps<UInt64>(notice: 1, warning: 3, critical: 10)
  /// Time in which loss let nothing move.
  package static let stallTime = SeveritySteps(
    notice: 200 * millisecond,
    warning: second,
    critical: 10 * second
  )
  /// Retransmissions that the receiver did not need, as a share of data segments.
  package static let spuriousRate = SeveritySteps(notice: 0.005, warning: 0.05)
  /// Segments that arrived after later ones, as a share of data segments.
  package static let reorderingRate = SeveritySteps(notice: 0.01, warning: 0.10)
  /// A rate of fewer events than this is not reported.
  package static let eventsForRate: UInt64 = 3

  /// Median round-trip time between the capture point and one end.
  package static let medianRTT = SeveritySteps(
    notice: 150 * millisecond,
    warning: 300 * millisecond,
    critical: 2 * second
  )
  /// How far the 95th percentile of the RTT lies above its minimum.
  package static let risingRTT = SeveritySteps(
    notice: 100 * millisecond,
    warning: 300 * millisecond,
    critical: 2 * second
  )
  /// It has to be this many times the minimum as well.
  package static let risingRTTFactor: Int64 = 4
  /// Fewer samples do not show a rise.
  package static let samplesForRisingRTT: UInt64 = 20
  /// More delayed-ACK suspects than this share of the samples: the ACKs waited, not the path.
  package static let delayedAckShare = 0.10
  /// Packets marked Congestion Experienced.
  package static let congestionMarks = SeveritySteps<UInt64>(notice: 1)

  /// SYNs and SYN-ACKs sent again: each costs a second or more.
  package static let handshakeRetransmissions = SeveritySteps<UInt64>(notice: 1, warning: 2)
  /// Time in which the receiver's window was closed.
  package static let zeroWindowTime = SeveritySteps(
    notice: 0,
    warning: 200 * millisecond,
    critical: 5 * second
  )
  /// Segments that filled the receiver's window, as a share of data segments.
  package static let windowFullRate = SeveritySteps(notice: 0.01, warning: 0.20)

  /// A stage of the first request that takes this long makes its side the culprit.
  package static let slowStage = 200 * millisecond
  /// A slow server or network by the time of its stage.
  package static let stageTime = SeveritySteps(
    notice: slowStage,
    warning: 500 * millisecond,
    critical: 10 * second
  )

  /// Wrong transport checksums, as a share of the direction's packets.
  package static let badChecksumRate = SeveritySteps(notice: 0.0, warning: 0.01)
  /// What a refused or unanswered connection is taken to cost its user when flows are ranked.
  package static let failedConnectionCost = second
  /// What one repeated SYN costs (RFC 6298 §2: the initial RTO).
  package static let repeatedSYNCost = second
}
