import TestSupport
import Testing

@testable import Analysis

/// Compares the streams of every capture, their packets and bytes both ways, with tshark's.
struct StreamTests {
  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tshark.isPresent, "\(Tshark.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func streamsAreThoseOfTshark(_ capture: CorpusCapture) throws {
    let tshark = try #require(Tshark())
    let analysis = try CapturedAnalysis(of: capture.path, collectingEvents: false)
    for transport in StreamTransport.allCases {
      let theirs = try StreamTotals.byStream(capture.path, of: transport, by: tshark)
      let ours = StreamTotals.byStream(analysis.flows, of: transport)
      let numbers = Set(ours.keys).union(theirs.keys).sorted()
      let differences = numbers.filter { ours[$0] != theirs[$0] }.map { number in
        let mine = ours[number]?.description ?? "none"
        return "stream \(number) is \(mine), in tshark \(theirs[number]?.description ?? "none")"
      }
      let text =
        "\(transport.rawValue): \(ours.count) streams, in tshark \(theirs.count); "
        + "\(differences.count) differ: \(differences.prefix(4).joined(separator: "; "))"
      let isEqual = differences.isEmpty
      if let reason = StreamDifference.reason(for: capture.name, transport) {
        // A reason without a difference is out of date.
        #expect(!isEqual, "no difference any more: \(reason)")
      } else {
        #expect(isEqual, Comment(rawValue: text))
      }
    }
  }
}
