/// Every bound of the judgement of capture quality, as shares of one.
package enum QualityThresholds {
  /// Five percent of data frames twice: the file was mirrored twice as a whole.
  package static let duplicates = SeveritySteps(notice: 0.0, warning: 0.05)
  package static let missedBytes = SeveritySteps(notice: 0.0, warning: 0.01)
  package static let oneWay = SeveritySteps(notice: 0.0, warning: 0.25)
  package static let clock = SeveritySteps(notice: 0.0, warning: 0.01)
  package static let dropped = SeveritySteps(notice: 0.0, warning: 0.001)
  package static let badChecksums = SeveritySteps(notice: 0.0, warning: 0.01)
  /// From this share of bad checksums on, a sender's checksums are offloaded and not damaged.
  package static let offloadShare = 0.95
  /// Fewer bad checksums than this may all be damage, whatever their share.
  package static let offloadPackets: UInt32 = 4
  package static let unknownLinks = SeveritySteps(notice: 0.0, warning: 0.50)
  /// Any at all is worth a notice, and never more.
  package static let anyNotice = SeveritySteps(notice: 0.0)
  /// Any at all makes results untrustworthy in part.
  package static let anyWarning = SeveritySteps(notice: 0.0, warning: 0.0)
}

extension SeveritySteps<Double> {
  /// The measure of a count, judged by its share of `total`; a count of 0 is always `.ok`.
  func measure(_ kind: QualityMeasure.Kind, _ count: UInt64, of total: UInt64) -> QualityMeasure {
    let share = total == 0 ? 1 : Double(count) / Double(total)
    return QualityMeasure(kind, count == 0 ? .ok : severity(of: share), count: count, of: total)
  }
}
