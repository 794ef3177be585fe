import Analysis
import ArgumentParser

/// Application protocols by their names with commas, or `all`, or `none`.
struct ProtocolSelection: ExpressibleByArgument {
  static let none = ProtocolSelection(protocols: [])
  static let all = ProtocolSelection(protocols: Set(ApplicationProtocol.allCases))
  static let allValueStrings = ["all", "none"] + ApplicationProtocol.allCases.map(\.name)

  var protocols: Set<ApplicationProtocol>
}

extension ProtocolSelection {
  /// As it would be typed.
  var defaultValueDescription: String {
    if protocols.isEmpty { return "none" }
    if protocols == Self.all.protocols { return "all" }
    return ApplicationProtocol.allCases.filter(protocols.contains).map(\.name)
      .joined(separator: ",")
  }

  init?(argument: String) {
    switch argument {
    case "all": self = .all
    case "none": protocols = []
    default:
      protocols = []
      for name in argument.split(separator: ",", omittingEmptySubsequences: false) {
        guard let found = Self.named(name) else { return nil }
        protocols.insert(found)
      }
    }
  }

  /// By the name in outputs; Zeek's "ssl" is "tls" as well.
  private static func named(_ name: Substring) -> ApplicationProtocol? {
    let name = name == "tls" ? "ssl" : name
    return ApplicationProtocol.allCases.first { $0.name == name }
  }
}
