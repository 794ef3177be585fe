/// The worst assessments of a stream of them: bounded, and independent of their order.
struct WorstFlows: Sendable {
  /// Worst first.
  private(set) var list: [FlowAssessment] = []
  /// Flows in trouble that did not fit.
  private(set) var unlisted: UInt64 = 0
  private let limit: Int

  init(limit: Int) {
    self.limit = min(max(limit, 0), AnalysisAccumulator.largestWorstLimit)
  }

  /// Takes an assessment in if it is among the worst so far; `.ok` ones never are.
  mutating func add(_ assessment: FlowAssessment) {
    guard assessment.severity > .ok else { return }
    if list.count >= limit {
      unlisted += 1
      guard let mildest = list.last, assessment.isWorse(than: mildest) else { return }
      list.removeLast()
    }
    list.insert(assessment, at: position(of: assessment))
  }

  mutating func merge(_ other: WorstFlows) {
    unlisted += other.unlisted
    for assessment in other.list { add(assessment) }
  }

  /// The first position whose assessment is milder.
  private func position(of assessment: FlowAssessment) -> Int {
    var low = 0
    var high = list.count
    while low < high {
      let middle = low + (high - low) / 2
      if assessment.isWorse(than: list[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
