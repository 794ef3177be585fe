/// One measure of a service, before and after.
package struct MeasureChange: Sendable {
  package enum Measure: Sendable {
    case sampled(SampledMeasure, before: SampleSummary, after: SampleSummary)
    case share(ShareMeasure, before: ShareSummary, after: ShareSummary)
  }

  /// Which part of the samples has changed.
  package enum Part: String, Sendable {
    case median
    /// The 95th percentile alone.
    case tail
  }

  /// Samples in short; quantiles are `nil` without any.
  package struct SampleSummary: Sendable {
    package var count: UInt64
    package var median: Int64?
    package var high: Int64?
  }

  package struct ShareSummary: Sendable {
    package var events: UInt64
    package var tries: UInt64
    /// Connections, where the tries are segments of theirs.
    package var clusters: UInt64
    package var share: Double?
  }

  package var measure: Measure
  package var verdict: ChangeVerdict
  /// Of samples that have changed.
  package var part: Part?
  /// How likely such a difference is by chance; `nil` where too few samples were there to tell.
  package var probability: Double?
  /// How many times as much it has become, 1 without a difference; what was 0 counts as the least
  /// change that matters.
  package var factor: Double

  /// The stable name of the measure.
  package var name: String {
    switch measure {
    case .sampled(let measure, _, _): measure.rawValue
    case .share(let measure, _, _): measure.rawValue
    }
  }

  /// How many times as bad or as good, whichever way: what orders changes of one verdict.
  package var magnitude: Double { factor >= 1 ? factor : 1 / max(factor, 1e-9) }
}
