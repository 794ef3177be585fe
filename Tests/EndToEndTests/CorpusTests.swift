import TestSupport
import Testing

/// Every capture of the corpus goes through the program.
struct CorpusTests {
  /// What `apus info` is expected to say exactly as capinfos says it.
  static let columns = [
    "File type", "File encapsulation", "File time precision", "Packet size limit",
    "Packet size limit min (inferred)", "Packet size limit max (inferred)", "Number of packets",
    "File size (bytes)", "Data size (bytes)", "Capture duration (seconds)", "Start time",
    "End time", "Strict time order", "Capture hardware", "Capture oper-sys", "Capture application",
  ]

  /// capinfos prints a time of 1.88 s as "0.1882137472": its fraction overflows.
  static let absurdTimes: Set = ["ndpi__fuzz-2021-10-13.pcap"]

  /// Packets where the index counts, as tshark does, blocks of a pcapng file that are none;
  /// capinfos counts these.
  static let packetsByCapinfos = [
    "pcapng-gen__output_le-advanced-test102.pcapng": 5,
    "apus-fuzz__pcapng-gen-test102-file.pcapng": 4,
  ]

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: Corpus.captures)
  func isAnalysedToTheEnd(_ capture: CorpusCapture) throws {
    let result = try Program.run(["analyze", capture.path, "--json"])
    guard result.status != 1 else {
      #expect(result.errorText.contains("cannot be read"))
      #expect(capture.packets == 0)
      return
    }
    #expect(result.status == 0 || result.status == 2)
    let packets = Self.packetsByCapinfos[capture.name] ?? capture.packets
    // Not the whole document: a failure would print it.
    let isCounted = result.text.contains("\"totals\":{\"packets\":\(packets),")
    #expect(isCounted)
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    .enabled(if: Tool.isPresent("capinfos"), "needs capinfos"),
    arguments: Corpus.captures
  )
  func infoEqualsCapinfos(_ capture: CorpusCapture) throws {
    let capinfos = try #require(Tool("capinfos")).run(["-T", "-M", "-S", capture.path])
    // capinfos gives up on some damaged files.
    guard let expected = Self.row(capinfos) else { return }
    let actual = try #require(Self.row(try Program.run(["info", "-T", capture.path])))
    for column in Self.columns {
      if column.hasSuffix("time"), Self.absurdTimes.contains(capture.name) { continue }
      #expect(actual[column] == expected[column], "\(column)")
    }
  }

  /// The second line of a table by the names of its first.
  private static func row(_ result: Tool.Result) -> [String: String]? {
    let lines = result.text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count >= 2, !lines[1].isEmpty else { return nil }
    let cells = lines[0...1].map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false)
        .map { cell in String(cell.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
    }
    return Dictionary(zip(cells[0], cells[1])) { first, _ in first }
  }
}
