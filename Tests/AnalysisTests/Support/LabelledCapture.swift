import TestSupport
import Testing

/// A capture from the network emulator, which wrote down what every packet was.
struct LabelledCapture: CustomTestStringConvertible, Sendable {
  /// What happened to a packet on its way, by the emulator's own word.
  enum Truth: String, CaseIterable {
    case original = "orig"
    case retransmission = "rexmit"
    case reordered
    case networkDuplicate = "netdup"
    case captureDuplicate = "capture_dup"
    case probe = "probe_or_keepalive"
    case noData = "nodata"
  }

  struct Label {
    var frame: UInt64
    var truth: Truth
    /// The row's own words on it.
    var note: String
  }

  let name: String
  let labels: [Label]

  var testDescription: String { name }

  /// All of them; empty where the corpus is absent.
  static let all: [LabelledCapture] = {
    var labels: [String: [Label]] = [:]
    for row in Corpus.table("TRUTH.tsv") {
      guard let file = row["file"], let frame = row["frame"].flatMap({ UInt64($0) }),
        let truth = row["truth"].flatMap(Truth.init(rawValue:))
      else { continue }
      labels[file, default: []].append(Label(frame: frame, truth: truth, note: row["note"] ?? ""))
    }
    return labels.keys.sorted().map { LabelledCapture(name: $0, labels: labels[$0] ?? []) }
  }()
}
