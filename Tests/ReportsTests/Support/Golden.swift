import TestSupport
import Testing

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Expected texts in `Tests/Fixtures/golden`; `APUS_RECORD_GOLDEN=1 swift test` writes them anew.
enum Golden {
  static func expect(
    _ text: String,
    equals name: String,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let path = Corpus.repositoryRoot + "/Tests/Fixtures/golden/" + name
    if getenv("APUS_RECORD_GOLDEN") != nil {
      try FileBytes.write(text.utf8, to: path)
      return
    }
    let expected = String(decoding: try FileBytes.read(path), as: UTF8.self)
    #expect(text == expected, "differs from \(name)", sourceLocation: sourceLocation)
  }
}
