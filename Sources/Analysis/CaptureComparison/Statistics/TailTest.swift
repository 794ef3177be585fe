/// The quantile test (Johnson, Verrill and Moore 1987): whether the largest of all samples together
/// come from one of the two sets.
///
/// It sees what a test of ranks does not: a few requests that have become very slow while most stay
/// as they were.
struct TailTest {
  /// Samples above this quantile of both sets together are the largest.
  private static let quantile = 0.9

  let probability: Double

  init?(_ before: SampleHistogram, _ after: SampleHistogram) {
    var all = before
    all.merge(after)
    guard let bound = all.quantile(Self.quantile) else { return nil }
    let test = ShareTest(
      Self.share(of: before, above: bound),
      Self.share(of: after, above: bound)
    )
    guard let test else { return nil }
    probability = test.probability
  }

  private static func share(of samples: SampleHistogram, above bound: Int64) -> ClusteredShare {
    ClusteredShare(independent: samples.count(above: bound), of: samples.count)
  }
}
