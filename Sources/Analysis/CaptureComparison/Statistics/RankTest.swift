/// The test of Mann and Whitney (1947) whether one of two sets of samples tends to be larger.
///
/// It knows nothing of the distribution, which times on a network have never been normal for. Samples
/// of one bucket count as ties; the variance is corrected for them and the difference for continuity
/// (Lehmann, Nonparametrics, 1975, §1.4).
struct RankTest {
  /// How likely such a difference is without a change.
  let probability: Double
  /// How likely a sample after is larger than one before, ties counted half: 0.5 without a change.
  let superiority: Double

  init?(_ before: SampleHistogram, _ after: SampleHistogram) {
    guard before.count > 0, after.count > 0 else { return nil }
    let (first, second) = (before.sorted, after.sorted)
    var (i, j) = (0, 0)
    var below = 0.0
    var wins = 0.0
    var ties = 0.0
    while i < first.count || j < second.count {
      let bucket = min(
        i < first.count ? first[i].number : .max,
        j < second.count ? second[j].number : .max
      )
      var (old, new) = (0.0, 0.0)
      if i < first.count, first[i].number == bucket {
        old = Double(first[i].samples)
        i += 1
      }
      if j < second.count, second[j].number == bucket {
        new = Double(second[j].samples)
        j += 1
      }
      wins += new * (below + old / 2)
      below += old
      let tied = old + new
      ties += tied * tied * tied - tied
    }
    let (m, n) = (Double(before.count), Double(after.count))
    let all = m + n
    superiority = wins / (m * n)
    let variance = all > 1 ? m * n / 12 * (all + 1 - ties / (all * (all - 1))) : 0
    guard variance > 0 else {
      probability = 1
      return
    }
    let distance = max(0, abs(wins - m * n / 2) - 0.5)
    probability = NormalDistribution.probability(beyond: distance / variance.squareRoot())
  }
}
