import TestSupport
import Testing

/// The rules of ARCHITECTURE.md and CONTRIBUTING.md, checked on the repository itself.
struct RepositoryTests {
  /// The most lines a source file may have.
  private static let lineLimit = 600

  @Test(.enabled(if: Tool.isPresent("swift"), "needs swift on PATH"))
  func manifestKeepsTheLayers() throws {
    let nodes = try PackageDump.ofThisPackage().nodes
    #expect(nodes.contains { $0.name == "Flows" && $0.targets == ["Packets"] })
    #expect(LayerRules.violations(in: nodes) == [])
  }

  @Test
  func importsKeepTheLayers() throws {
    let known = Set(LayerRules.layers.keys).union(LayerRules.support)
    var nodes: [String: LayerRules.Node] = [:]
    for file in try SourceTree.files(under: "Sources") {
      let target = String(file.path.split(separator: "/")[1])
      let imported = file.imports.filter { known.contains($0) && $0 != target }
      nodes[target, default: LayerRules.Node(name: target)].targets += imported
    }
    #expect(nodes["Flows"]?.targets.contains("Packets") == true)
    #expect(LayerRules.violations(in: Array(nodes.values)) == [])
  }

  @Test(arguments: ["Packets", "Dissection", "CaptureFiles", "Flows"])
  func formatsAndFlowsImportTheStandardLibraryOnly(target: String) throws {
    let allowed = LayerRules.systemModules.union(LayerRules.layers.keys)
      .union(LayerRules.formatProducts[target, default: []])
    for file in try SourceTree.files(under: "Sources/\(target)") {
      let foreign = file.imports.filter { !allowed.contains($0) }
      #expect(foreign.isEmpty, "\(file.path) imports \(foreign)")
    }
  }

  @Test(arguments: ["Sources", "Tests"])
  func noFileIsOverlong(folder: String) throws {
    for file in try SourceTree.files(under: folder) {
      #expect(file.lineCount <= Self.lineLimit, "\(file.path) has \(file.lineCount) lines")
    }
  }

  @Test(arguments: [
    ("import Flows", "Flows"), ("package import Packets", "Packets"),
    ("@testable import Analysis", "Analysis"), ("import struct Foundation.Data", "Foundation"),
    ("private import CPcap", "CPcap"), ("@preconcurrency import Dispatch", "Dispatch"),
    ("// import Flows", nil), ("let imported = 1", nil),
  ])
  func importLinesAreUnderstood(line: String, module: String?) {
    #expect(SourceTree.importedModule(in: line) == module)
  }
}
