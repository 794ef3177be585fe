#if canImport(Glibc)
internal import Glibc
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The folder of reference captures, with what is known of each of them.
///
/// It is not part of the repository: the environment's `APUS_CORPUS` names it, else it lies beside
/// the repository. Tests that need it say `.enabled(if: Corpus.isPresent, Corpus.absence)`.
package enum Corpus {
  /// Why a test was skipped where the folder is absent.
  package static let absence = "needs the capture corpus (APUS_CORPUS or ../shared/corpus)"

  /// The root of the repository, found from this file's own path.
  package static let repositoryRoot: String = #filePath
    .split(separator: "/", omittingEmptySubsequences: false)
    .dropLast(3)
    .joined(separator: "/")

  /// Absolute path of the folder, present or not.
  package static let directory = directory(
    named: getenv("APUS_CORPUS").map { String(cString: $0) }
  )

  /// Where the folder is, given what the environment says of it; a relative path begins at the
  /// repository, as tests may run anywhere.
  package static func directory(named name: String?) -> String {
    guard let name, !name.isEmpty else { return repositoryRoot + "/../shared/corpus" }
    return name.hasPrefix("/") ? name : repositoryRoot + "/" + name
  }

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
