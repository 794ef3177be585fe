import Foundation
import TestSupport

/// The Swift files of the repository, and what they import.
enum SourceTree {
  struct File: Sendable {
    /// Path from the repository's root.
    var path: String
    var text: String

    var lineCount: Int { text.utf8.count { $0 == UInt8(ascii: "\n") } }

    /// The modules that the file imports.
    var imports: [String] {
      text.split(separator: "\n").compactMap { SourceTree.importedModule(in: $0) }
    }
  }

  static func files(under folder: String) throws -> [File] {
    let root = URL(fileURLWithPath: Corpus.repositoryRoot).appendingPathComponent(folder)
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    return try names.filter { $0.hasSuffix(".swift") }.sorted().map { name in
      let text = try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
      return File(path: "\(folder)/\(name)", text: text)
    }
  }

  /// The module of an import line: `package import struct Foundation.Data` imports Foundation.
  static func importedModule(in line: some StringProtocol) -> String? {
    let kinds: Set<Substring> = [
      "struct", "class", "enum", "protocol", "func", "let", "var", "typealias",
    ]
    let modifiers: Set<Substring> = [
      "public", "package", "internal", "fileprivate", "private",
    ]
    var words = Substring(line).split(separator: " ")[...]
    while let word = words.first, word.hasPrefix("@") || modifiers.contains(word) {
      words.removeFirst()
    }
    guard words.popFirst() == "import" else { return nil }
    if let kind = words.first, kinds.contains(kind) { words.removeFirst() }
    return words.first?.split(separator: ".").first.map(String.init)
  }
}
