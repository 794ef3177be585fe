import Flows

/// How often each truth was given each verdict.
struct ConfusionMatrix: CustomStringConvertible {
  private var counts: [LabelledCapture.Truth: [SegmentVerdict?: Int]] = [:]

  /// Counts one packet; no verdict means a new segment or one without data.
  mutating func add(_ truth: LabelledCapture.Truth, _ verdict: SegmentVerdict?) {
    counts[truth, default: [:]][verdict, default: 0] += 1
  }

  func total(_ truth: LabelledCapture.Truth) -> Int {
    counts[truth, default: [:]].values.reduce(0, +)
  }

  /// Packets of that truth whose verdict passes.
  func count(_ truth: LabelledCapture.Truth, where passes: (SegmentVerdict?) -> Bool) -> Int {
    counts[truth, default: [:]].reduce(0) { $0 + (passes($1.key) ? $1.value : 0) }
  }

  /// The part of the packets of that truth whose verdict is one of `kinds`.
  func share(_ truth: LabelledCapture.Truth, _ kinds: Set<FlowEventKind>) -> Double {
    let found = count(truth) { $0.map { kinds.contains($0.kind) } ?? false }
    return Double(found) / Double(max(1, total(truth)))
  }

  var description: String {
    LabelledCapture.Truth.allCases.map { truth in
      let row = counts[truth, default: [:]].map {
        ($0.key?.description ?? "new or no data", $0.value)
      }
      let cells = row.sorted { $0.0 < $1.0 }.map { "\($0.0) \($0.1)" }
      return "\(truth.rawValue) \(total(truth)): " + cells.joined(separator: ", ")
    }
    .joined(separator: "\n")
  }
}
