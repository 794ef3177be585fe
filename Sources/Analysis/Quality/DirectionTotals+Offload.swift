package import Flows

extension DirectionTotals {
  /// Nearly every packet has a bad checksum: it was captured before the network adapter filled it
  /// in, or changed on purpose after it, and was not damaged on its way.
  package var hasOffloadedChecksums: Bool {
    badChecksums >= QualityThresholds.offloadPackets
      && Double(badChecksums) >= QualityThresholds.offloadShare * Double(packets)
  }
}
