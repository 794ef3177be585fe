/// The layers of ARCHITECTURE.md as data, and a check of arrows against them.
enum LayerRules {
  /// A target and what it names in the manifest or imports.
  struct Node {
    var name: String
    var isTest = false
    var targets: [String] = []
    var products: [String] = []
  }

  enum Layer: Int {
    case cLibraries
    case formats
    case meaning
    case edges
    case services
    case programs
  }

  static let layers: [String: Layer] = [
    "CPcap": .cLibraries, "CPostgres": .cLibraries, "CArgon2": .cLibraries,
    "CLDAP": .cLibraries, "CRedis": .cLibraries, "CCompression": .cLibraries,
    "CWebAssets": .cLibraries, "CMaxMindDB": .cLibraries, "CAllocator": .cLibraries,
    "Packets": .formats, "Dissection": .formats, "CaptureFiles": .formats, "Flows": .formats,
    "Analysis": .meaning,
    "Reports": .edges, "Names": .edges, "Identity": .edges, "Storage": .edges,
    "StoragePostgres": .edges,
    "SensorProtocol": .edges, "Attribution": .edges, "LiveCapture": .edges,
    "Server": .services, "Sensor": .services, "Monitor": .services,
    "apus": .programs, "apus-capture": .programs, "apus-generate": .programs,
  ]

  /// The only arrows inside a layer.
  static let sideways: Set<[String]> = [
    ["Dissection", "Packets"], ["Flows", "Packets"], ["Storage", "Identity"],
    ["StoragePostgres", "Storage"],
  ]

  /// Targets beside the layers: they may use what they like, and no part of the product uses them.
  static let support: Set<String> = ["TestSupport", "SampleCaptures", "FuzzTargets"]
  static let supportUsers: [String: Set<String>] = ["apus-generate": ["SampleCaptures"]]

  /// What formats and flows may import that is not a target: nothing outside the standard library
  /// but the system's own calls.
  static let systemModules: Set<String> = ["Glibc", "Musl", "Darwin", "Synchronization"]

  /// Package products that a format may use: pure functions of bytes that nobody should write anew.
  static let formatProducts: [String: Set<String>] = [
    "Dissection": ["Crypto", "CryptoExtras", "SwiftASN1"]
  ]

  /// Every arrow that breaks the rules, in words.
  static func violations(in nodes: [Node]) -> [String] {
    nodes.filter { !$0.isTest && !support.contains($0.name) }.flatMap(violations)
  }

  private static func violations(of node: Node) -> [String] {
    guard let layer = layers[node.name] else {
      return ["\(node.name) has no layer: add it to ARCHITECTURE.md and LayerRules"]
    }
    var found = node.targets.compactMap { target in
      isAllowed(from: node.name, in: layer, to: target)
        ? nil : "\(node.name) must not depend on \(target)"
    }
    if layer == .formats {
      let allowed = formatProducts[node.name, default: []]
      found += node.products.filter { !allowed.contains($0) }.map {
        "\(node.name) must not depend on the package product \($0)"
      }
    }
    return found
  }

  private static func isAllowed(from name: String, in layer: Layer, to target: String) -> Bool {
    if support.contains(target) { return supportUsers[name, default: []].contains(target) }
    guard let other = layers[target] else { return false }
    return other.rawValue < layer.rawValue || sideways.contains([name, target])
  }
}
