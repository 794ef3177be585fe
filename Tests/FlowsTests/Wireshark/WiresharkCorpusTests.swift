import TestSupport
import Testing

@testable import Flows

/// Compares every verdict on every capture with TCP with the installed tshark 4.0.17.
struct WiresharkCorpusTests {
  private static let names = Corpus.table("TSHARK.tsv").compactMap { $0["file"] }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tool.isPresent("tshark"), "needs tshark"),
    arguments: names
  )
  func everyPacketIsJudgedAsByTshark(_ name: String) throws {
    let tshark = try #require(Tool("tshark"))
    let path = Corpus.path(for: name)
    let expected = try WiresharkOracle.frames(of: path, by: tshark)
    let found = try WiresharkCapture.frames(of: path)
    var reports: [String] = []
    for number in Set(expected.keys).union(found.keys).sorted() {
      let frame = found[number] ?? WiresharkFrame()
      for text in frame.differences(from: expected[number] ?? WiresharkFrame()) {
        reports.append("frame \(number): \(text)")
      }
    }
    #expect(reports.isEmpty, "\(reports.count): \(reports.prefix(10).joined(separator: "; "))")
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: names
  )
  func totalsAreThoseOfTheTable(_ name: String) throws {
    let row = try #require(Corpus.table("TSHARK.tsv").first { $0["file"] == name })
    let frames = try WiresharkCapture.frames(of: Corpus.path(for: name)).values
    func count(_ column: String) -> Int? { row[column].flatMap { Int($0) } }

    #expect(frames.count == count("tcp_packets"), "\(name)")
    #expect(Set(frames.flatMap(\.streams)).count == count("tcp_streams"), "\(name)")
    #expect(frames.filter { !$0.values[3].isEmpty }.count == count("ack_rtt_samples"), "\(name)")
    for field in WiresharkFlags.fields {
      let column = String(field.name.dropFirst("tcp.analysis.".count))
      let marked = frames.filter { $0.flags.contains(field.flag) }
      #expect(marked.count == count(column), "\(name) \(column)")
    }
  }
}
