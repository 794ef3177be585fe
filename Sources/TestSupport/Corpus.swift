/// The folder of reference captures beside the repository, with what is known of each of them.
///
/// The folder is not part of the repository: tests that need it say
/// `.enabled(if: Corpus.isPresent, Corpus.absence)`.
package enum Corpus {
  /// Why a test was skipped where the folder is absent.
  package static let absence = "needs the capture corpus in ../shared/corpus"

  /// The root of the repository, found from this file's own path.
  package static let repositoryRoot: String = #filePath
    .split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3)
    .joined(separator: "/")

  /// Absolute path of the folder, present or not.
  package static let directory = repositoryRoot + "/../shared/corpus"

  /// Whether the folder is there.
  package static let isPresent = FileBytes.exists(path(for: "INDEX.tsv"))

  /// Absolute path of a file of the corpus.
  package static func path(for name: String) -> String { directory + "/" + name }

  /// What `INDEX.tsv` says, one row for each capture; empty where the folder is absent.
  package static let captures: [CorpusCapture] = table("INDEX.tsv").compactMap(CorpusCapture.init)

  /// The rows of a table of the corpus as dictionaries keyed by its first line.
  package static func table(_ name: String) -> [[String: String]] {
    guard let bytes = try? FileBytes.read(path(for: name)) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard let first = lines.first else { return [] }
    let columns = first.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    return lines.dropFirst().map { line in
      let values = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return Dictionary(zip(columns, values)) { first, _ in first }
    }
  }
}
