/// The test whether something happens more or less often than before.
///
/// The difference of two shares by its standard error: that of the binomial distribution with both
/// shares equal, or that between clusters (``ClusteredShare``), whichever is larger. The difference is
/// corrected for continuity (Yates 1934), which keeps small numbers from saying too much.
struct ShareTest {
  /// How likely such a difference is without a change.
  let probability: Double

  init?(_ before: ClusteredShare, _ after: ClusteredShare) {
    guard let old = before.share, let new = after.share else { return nil }
    let (m, n) = (Double(before.tries), Double(after.tries))
    let pooled = (Double(before.events) + Double(after.events)) / (m + n)
    let binomial = pooled * (1 - pooled) * (1 / m + 1 / n)
    let variance = max(binomial, before.variance + after.variance)
    guard variance > 0 else {
      probability = 1
      return
    }
    let distance = max(0, abs(new - old) - (1 / m + 1 / n) / 2)
    probability = NormalDistribution.probability(beyond: distance / variance.squareRoot())
  }
}
