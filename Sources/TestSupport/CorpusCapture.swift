/// One row of the corpus' `INDEX.tsv`.
package struct CorpusCapture: Hashable, Sendable {
  /// File name inside the corpus folder.
  package var name: String
  /// Packets that capinfos and tshark count.
  package var packets: Int
  /// Encapsulation as capinfos names it; "?" where it could not read the file.
  package var linkType: String
  /// What the capture is for, in words.
  package var exercises: String
  /// Where the capture comes from.
  package var origin: String
  /// Size of the file in bytes.
  package var size: Int

  /// Absolute path of the capture.
  package var path: String { Corpus.path(for: name) }

  init?(row: [String: String]) {
    guard let name = row["file"], let packets = row["packets"].flatMap({ Int($0) }) else {
      return nil
    }
    self.name = name
    self.packets = packets
    linkType = row["link_type"] ?? "?"
    exercises = row["exercises"] ?? ""
    origin = row["origin_repo"] ?? ""
    size = row["bytes"].flatMap { Int($0) } ?? 0
  }
}

extension CorpusCapture: CustomStringConvertible {
  package var description: String { name }
}
