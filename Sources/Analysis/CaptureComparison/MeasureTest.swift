/// Compares one measure, up to the question which probabilities are believed: that depends on all
/// measures compared.
struct MeasureTest {
  /// The change, still without a verdict unless there were too few samples.
  private var change: MeasureChange
  /// Probabilities with what they would say, most important first; only of differences that matter.
  private var candidates: [Candidate] = []
  /// Every probability that was looked at.
  private(set) var probabilities: [Double] = []

  private struct Candidate {
    var probability: Double
    var factor: Double
    var isWorse: Bool
    var part: MeasureChange.Part?
  }

  /// `nil` where neither capture has a sample.
  init?(_ measure: SampledMeasure, _ before: SampleHistogram, _ after: SampleHistogram) {
    guard before.count > 0 || after.count > 0 else { return nil }
    change = MeasureChange(
      measure: .sampled(
        measure,
        before: MeasureChange.SampleSummary(before),
        after: MeasureChange.SampleSummary(after)
      ),
      verdict: .tooFew,
      factor: 1
    )
    let least = min(before.count, after.count)
    if least >= ComparisonThresholds.samples, let test = RankTest(before, after) {
      look(at: test.probability, measure, before, after, quantile: 0.5, .median)
    }
    if least >= ComparisonThresholds.tailSamples, let test = TailTest(before, after) {
      look(at: test.probability, measure, before, after, quantile: 0.95, .tail)
    }
  }

  /// `nil` where neither capture has a try.
  init?(_ measure: ShareMeasure, _ before: ClusteredShare, _ after: ClusteredShare) {
    guard before.tries > 0 || after.tries > 0 else { return nil }
    change = MeasureChange(
      measure: .share(
        measure,
        before: MeasureChange.ShareSummary(before),
        after: MeasureChange.ShareSummary(after)
      ),
      verdict: .tooFew,
      factor: 1
    )
    guard let old = before.share, let new = after.share,
      min(before.tries, after.tries) >= ComparisonThresholds.tries,
      measure.base != .segments
        || min(before.clusters, after.clusters) >= ComparisonThresholds.clusters,
      let test = ShareTest(before, after)
    else { return }
    let least = ComparisonThresholds.absoluteChange(of: measure)
    let factor = max(new, least) / max(old, least)
    note(
      Candidate(probability: test.probability, factor: factor, isWorse: new > old),
      matters: abs(new - old) >= least
        && abs(new - old) >= ComparisonThresholds.relativeShareChange * min(old, new)
    )
  }

  /// The change, when probabilities up to `threshold` are believed.
  func change(believing threshold: Double?) -> MeasureChange {
    var change = change
    guard !probabilities.isEmpty else { return change }
    change.verdict = .unchanged
    if let threshold, let found = candidates.first(where: { $0.probability <= threshold }) {
      change.verdict = found.isWorse ? .worse : .better
      change.part = found.part
      change.factor = found.factor
      change.probability = found.probability
    } else {
      change.probability = probabilities.min()
    }
    return change
  }

  private mutating func look(
    at probability: Double,
    _ measure: SampledMeasure,
    _ before: SampleHistogram,
    _ after: SampleHistogram,
    quantile: Double,
    _ part: MeasureChange.Part
  ) {
    guard let old = before.quantile(quantile), let new = after.quantile(quantile) else { return }
    let least = ComparisonThresholds.absoluteChange(of: measure)
    let difference = new &- old
    note(
      Candidate(
        probability: probability,
        factor: Double(max(new, least)) / Double(max(old, least)),
        isWorse: (difference > 0) == measure.isCost,
        part: part
      ),
      matters: difference.magnitude >= least.magnitude
        && Double(difference.magnitude) >= ComparisonThresholds.relativeChange
          * Double(min(old, new))
    )
  }

  private mutating func note(_ candidate: Candidate, matters: Bool) {
    probabilities.append(candidate.probability)
    if matters { candidates.append(candidate) }
  }
}

extension MeasureChange.SampleSummary {
  init(_ samples: SampleHistogram) {
    self.init(count: samples.count, median: samples.quantile(0.5), high: samples.quantile(0.95))
  }
}

extension MeasureChange.ShareSummary {
  init(_ share: ClusteredShare) {
    self.init(
      events: share.events,
      tries: share.tries,
      clusters: share.clusters,
      share: share.share
    )
  }
}
