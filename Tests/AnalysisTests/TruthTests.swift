import Flows
import TestSupport
import Testing

@testable import Analysis

/// Holds the class of every segment of the labelled captures against the truth that the network
/// emulator wrote down.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct TruthTests {
  /// The part of the true retransmissions that must be found.
  private static let recall = 0.94
  /// The part of the true reorderings that must be recognised, late originals and fills that
  /// cannot be told apart included.
  private static let reorderedRecall = 0.97
  /// The part of the mirror's copies that must be recognised.
  private static let copyRecall = 0.99

  @Test func retransmissionsAreFoundAndNothingElseIsCalledOne() throws {
    var matrix = ConfusionMatrix()
    var missed: [String] = []
    var invented: [String] = []
    for capture in LabelledCapture.all {
      let analysis = try CapturedAnalysis(of: Corpus.path(for: capture.name))
      let verdicts = SegmentVerdict.byFrame(analysis.events)
      for label in capture.labels {
        let verdict = verdicts[label.frame]
        matrix.add(label.truth, verdict)
        let isFound = verdict?.isRetransmission ?? false
        guard isFound != (label.truth == .retransmission) else { continue }
        let text =
          "\(capture.name) frame \(label.frame): \(label.truth.rawValue) \(label.note)"
          + " taken for \(verdict?.description ?? "new")"
        if isFound { invented.append(text) } else { missed.append(text) }
      }
    }
    let proven = matrix.count(.retransmission) {
      $0?.isRetransmission == true && $0?.evidence == .proven
    }
    let inferred = matrix.count(.retransmission) {
      $0?.isRetransmission == true && $0?.evidence == .inferred
    }
    let total = matrix.total(.retransmission)
    print(matrix)
    print("retransmissions: \(total), found proven \(proven), inferred \(inferred)")
    for text in missed { print("missed:", text) }

    #expect(total > 0)
    #expect(invented.isEmpty, "\(invented.joined(separator: "\n"))")
    #expect(Double(proven + inferred) >= Self.recall * Double(total))
    let late: Set<FlowEventKind> = [.reordered, .lateOriginal, .secondCopyAmbiguous]
    #expect(matrix.share(.reordered, late) >= Self.reorderedRecall)
    #expect(matrix.share(.captureDuplicate, [.duplicateFrame]) >= Self.copyRecall)
    #expect(matrix.count(.noData) { $0?.isRetransmission == true } == 0)
  }

  @Test(arguments: ["zeek__tcp-ssh-dups.pcap", "zeek__vlan-collisions.pcap"])
  func copiesAndCollisionsAreNotRetransmissions(_ name: String) throws {
    let analysis = try CapturedAnalysis(of: Corpus.path(for: name))
    let found = SegmentVerdict.byFrame(analysis.events).filter { $0.value.isRetransmission }
    #expect(found.isEmpty, "\(found.sorted { $0.key < $1.key }.prefix(20))")
    let counted = analysis.flows.compactMap(\.tcp).reduce(0) {
      $0 + $1.originator.headlineRetransmissions + $1.responder.headlineRetransmissions
    }
    #expect(counted == 0)
  }
}
