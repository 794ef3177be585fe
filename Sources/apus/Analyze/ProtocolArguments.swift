import Analysis
import ArgumentParser

/// Which application protocols are read; the switches are those of tshark.
struct ProtocolArguments: ParsableArguments {
  @Option(help: "Do not look for this application protocol; may be given several times.")
  var disableProtocol: [ApplicationProtocol] = []

  @Flag(help: "Read no application protocols.")
  var disableAllProtocols = false

  var enabled: Set<ApplicationProtocol> {
    disableAllProtocols ? [] : Set(ApplicationProtocol.allCases).subtracting(disableProtocol)
  }
}

extension ApplicationProtocol: ExpressibleByArgument {
  /// By the name in outputs; "ssl" is "tls" as well.
  package init?(argument: String) {
    let name = argument == "tls" ? "ssl" : argument
    guard let found = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = found
  }

  package static var allValueStrings: [String] { allCases.map(\.name) }
}
