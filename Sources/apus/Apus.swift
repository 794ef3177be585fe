import ArgumentParser

/// The program: one subcommand for each thing a person asks for.
@main
struct Apus: ParsableCommand {
  static let version = "0.1.0"

  static let configuration = CommandConfiguration(
    commandName: "apus",
    abstract: "See what your network is doing, from the wire to the process.",
    discussion: ExitStatus.discussion(
      findings: "findings reach the severity given with analyze --fail-on"
    ),
    version: "apus \(version)",
    subcommands: [Analyze.self, Compare.self, Slice.self, Info.self]
  )

  static func main() {
    if let word = Arguments.undecodable { Diagnostics.end(undecodable: word) }
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      Diagnostics.end(with: error)
    }
  }
}
