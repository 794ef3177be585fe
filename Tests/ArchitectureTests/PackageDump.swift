import Foundation
import TestSupport

/// The part of `swift package dump-package` that says what depends on what.
struct PackageDump: Decodable {
  struct Target: Decodable {
    var name: String
    var type: String
    var dependencies: [Dependency]
  }

  /// A dependency, by the case of its one key: `byName`, `target` or `product`.
  struct Dependency: Decodable {
    var byName: [Name?]?
    var target: [Name?]?
    var product: [Name?]?

    /// The name stands first in an array of otherwise optional things.
    struct Name: Decodable {
      var value: String?

      init(from decoder: any Decoder) throws {
        value = try? decoder.singleValueContainer().decode(String.self)
      }
    }
  }

  var targets: [Target]

  /// The manifest of this repository, as SwiftPM reads it.
  static func ofThisPackage() throws -> PackageDump {
    guard let swift = Tool("swift") else { throw CocoaError(.executableNotLoadable) }
    let scratch = try TemporaryDirectory()
    // A scratch folder of its own: the tests' own run holds the lock of the usual one.
    let result = try swift.run([
      "package", "dump-package", "--package-path", Corpus.repositoryRoot,
      "--scratch-path", scratch.path,
    ])
    return try JSONDecoder().decode(PackageDump.self, from: Data(result.output))
  }

  var nodes: [LayerRules.Node] {
    targets.map { target in
      LayerRules.Node(
        name: target.name,
        isTest: target.type == "test",
        targets: target.dependencies.compactMap { ($0.byName ?? $0.target)?.first??.value },
        products: target.dependencies.compactMap { $0.product?.first??.value }
      )
    }
  }
}
