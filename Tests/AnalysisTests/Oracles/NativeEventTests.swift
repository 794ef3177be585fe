import Flows
import TestSupport
import Testing

@testable import Analysis

/// Compares the engine's own events with tshark's flags where both mean the same.
struct NativeEventTests {
  /// An event of ours and the field that tshark marks the same packets with.
  private static let pairs: [(kind: FlowEventKind, field: String)] = [
    (.zeroWindow, "zero_window"), (.windowFull, "window_full"), (.keepAlive, "keep_alive"),
    (.keepAliveAck, "keep_alive_ack"), (.portReuse, "reused_ports"), (.gap, "lost_segment"),
  ]

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.table("TSHARK.tsv").compactMap { $0["file"] }
  )
  func eventsAreThoseOfTshark(_ name: String) throws {
    let tshark = try #require(Tshark())
    let path = Corpus.path(for: name)
    let analysis = try CapturedAnalysis(of: path)
    let rows = try tshark.fields(
      ["frame.number"] + Self.pairs.map { "tcp.analysis." + $0.field },
      of: path
    )
    for (index, pair) in Self.pairs.enumerated() {
      let marked = rows.filter { $0.count > index + 1 && !$0[index + 1].isEmpty }
      let theirs = Set(marked.compactMap { UInt64($0[0]) })
      let ours = analysis.frames(pair.kind)
      let extra = ours.subtracting(theirs).sorted()
      let missing = theirs.subtracting(ours).sorted()
      let isEqual = extra.isEmpty && missing.isEmpty
      if let reason = NativeEventDifference.reason(for: name, pair.kind) {
        // A reason without a difference is out of date.
        #expect(!isEqual, "no difference any more: \(reason)")
      } else {
        let text =
          "\(pair.field): \(ours.count), in tshark \(theirs.count); only ours "
          + "\(extra.prefix(12)), only tshark's \(missing.prefix(12))"
        #expect(isEqual, Comment(rawValue: text))
      }
    }
  }
}
