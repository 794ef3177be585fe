import Reports
import TestSupport
import Testing

/// Our `http`, `ssl`, `x509` and `weird` logs of Zeek's own test captures against those that Zeek's
/// tests expect.
@Suite(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
struct ZeekLogBaselineTests {
  /// Not compared: random, or of Zeek's analysis of files.
  private static let unshared: Set<String> = [
    "ts", "uid", "peer", "orig_fuids", "orig_filenames", "orig_mime_types", "resp_fuids",
    "resp_filenames", "resp_mime_types",
  ]

  @Test(arguments: ZeekLogBaseline.all)
  func linesEqualZeeksButForNamedDifferences(_ baseline: ZeekLogBaseline) throws {
    let ours = try ZeekLogsOfCapture.text(
      of: baseline.capture,
      ignoresChecksums: baseline.ignoresChecksums
    )
    let theirs = ZeekLog(try baseline.text()).rows
    #expect(!theirs.isEmpty)
    let found = Self.differences(theirs, ZeekLog(ours[baseline.log] ?? "").rows)
    let expected = baseline.differences.flatMap(\.lines)
    for line in found where !expected.contains(line) { Issue.record("\(line)") }
    for line in expected where !found.contains(line) { Issue.record("no longer: \(line)") }
  }

  @Test(arguments: ZeekLogBaseline.all)
  func theHeaderIsZeeks(_ baseline: ZeekLogBaseline) throws {
    let text = try baseline.text()
    let logs = try ZeekLogsOfCapture.text(
      of: baseline.capture,
      ignoresChecksums: baseline.ignoresChecksums
    )
    guard let ours = logs[baseline.log] else {
      // There is no log where every line of Zeek's is a named difference.
      let missing = baseline.differences.flatMap(\.lines).filter { $0.hasSuffix(": not in Apus") }
      #expect(missing.count == ZeekLog(text).rows.count)
      return
    }
    // Some of Zeek's expectations are lines alone.
    let theirs = Self.header(text)
    if !theirs.isEmpty { #expect(Self.header(ours) == theirs) }
  }

  @Test func everyBaselineIsCompared() throws {
    let index = Corpus.path(for: "zeek-baselines/INDEX.tsv")
    let names = String(decoding: try FileBytes.read(index), as: UTF8.self).split(separator: "\n")
      .dropFirst().compactMap { $0.split(separator: "\t").last.map(String.init) }
    let compared = Set(
      ZeekLogBaseline.all.map { "\($0.capture)__\($0.test)__\($0.log.fileName)" }
    )
    #expect(Set(names.filter { !$0.contains("__conn.log") }) == compared)
  }

  /// `#separator` to `#types`, without the time.
  private static func header(_ text: String) -> [Substring] {
    text.split(separator: "\n").filter {
      $0.hasPrefix("#") && !$0.hasPrefix("###") && !$0.hasPrefix("#open")
        && !$0.hasPrefix("#close")
    }
  }

  /// Lines are matched by the ends of their connection, the transaction's number and what they name.
  private static func key(of row: [String: String]) -> String {
    let columns = [
      "id.orig_h", "id.orig_p", "id.resp_h", "id.resp_p", "trans_depth", "trans_id",
      "fingerprint", "name",
    ]
    return columns.compactMap { row[$0] }.joined(separator: " ")
  }

  private static func differences(
    _ theirs: [[String: String]],
    _ ours: [[String: String]]
  ) -> [String] {
    var lines: [String] = []
    var rest = Dictionary(grouping: ours, by: key)
    for their in theirs {
      let key = key(of: their)
      guard let our = rest[key]?.first else {
        lines.append("\(key): not in Apus")
        continue
      }
      rest[key]?.removeFirst()
      for (column, value) in their where !unshared.contains(column) && value != our[column] {
        lines.append("\(key): \(column): Zeek \(value), Apus \(our[column] ?? "none")")
      }
    }
    return lines + rest.values.joined().map { "\(key(of: $0)): only in Apus" }
  }
}
