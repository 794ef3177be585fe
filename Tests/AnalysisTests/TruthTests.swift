import Analysis
import CaptureFiles
import Flows
import TestSupport
import Testing

/// Holds the classes of every segment of the labelled captures against the truth that the network
/// emulator wrote down.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct TruthTests {
  /// The labels of one capture, by frame.
  private static func labels(of name: String) -> [UInt64: [String: String]] {
    var result: [UInt64: [String: String]] = [:]
    for row in Corpus.table("TRUTH.tsv") where row["file"] == name {
      if let frame = row["frame"].flatMap({ UInt64($0) }) { result[frame] = row }
    }
    return result
  }

  @Test func printsTheConfusionMatrix() throws {
    let rows = Corpus.table("TRUTH.tsv")
    let names = Set(rows.compactMap { $0["file"] }).sorted()
    var matrix: [String: [String: Int]] = [:]
    for name in names {
      let classes = try SegmentClasses.of(Corpus.path(for: name))
      for row in rows where row["file"] == name {
        let truth = row["truth"] ?? "?"
        let frame = UInt64(row["frame"] ?? "0") ?? 0
        let found = classes[frame] ?? "new"
        matrix[truth, default: [:]][found, default: 0] += 1
        let isRetransmission = found.hasPrefix("retransmission")
        if (truth == "rexmit") != isRetransmission, truth == "rexmit" || isRetransmission {
          print(
            "DIFF",
            name,
            frame,
            truth,
            found,
            row["note"] ?? "",
            row["len"] ?? "",
            row["dir"] ?? ""
          )
        }
      }
    }
    for (truth, found) in matrix.sorted(by: { $0.key < $1.key }) {
      print(truth, found.sorted { $0.key < $1.key })
    }
  }
}

/// The class of each frame of a capture, corrections applied.
enum SegmentClasses {
  static let kinds: Set<FlowEventKind> = [
    .duplicateFrame, .keepAlive, .windowProbe, .retransmission, .retransmissionPartial,
    .lateOriginal, .secondCopyAmbiguous, .reordered, .retransmissionOfUncaptured, .holeFillUnknown,
    .captureGapFill,
  ]

  static func of(_ path: String) throws -> [UInt64: String] {
    var options = AnalysisOptions()
    options.collectsEvents = true
    options.threads = 1
    var sink = EventCollector()
    _ = try CaptureAnalyzer(options: options).run(CaptureReader(path: path), into: &sink)
    var classes: [UInt64: String] = [:]
    for event in sink.events {
      if kinds.contains(event.kind) {
        classes[event.frame] = event.kind.rawValue
      } else if event.kind == .reclassified {
        classes[event.relatedFrame] = "retransmission_of_uncaptured"
      }
    }
    return classes
  }
}

/// Keeps all that an analysis finds.
struct EventCollector: AnalysisSink {
  var flows: [FlowRecord] = []
  var events: [FlowEvent] = []
  var verdicts: [WiresharkObservation] = []

  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) {
    self.flows.append(contentsOf: flows)
  }
  mutating func receive(events: ContiguousArray<FlowEvent>) {
    self.events.append(contentsOf: events)
  }
  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) {
    self.verdicts.append(contentsOf: verdicts)
  }
}
