import ArgumentParser
import SampleCaptures

struct Fault: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A small service's traffic with exactly one known fault, or none."
  )

  @Argument(help: "The scenario, as --list names it.")
  var name: String?

  @Option(name: .shortAndLong, help: "The pcap file to write.")
  var output: String?

  @Option(help: "The seed of every random choice.")
  var seed: UInt64 = 1

  @Flag(help: "List the scenarios, the finding that each must lead to, and what happens in it.")
  var list = false

  func validate() throws {
    guard !list else { return }
    guard let name, output != nil else {
      throw ValidationError("give a scenario and --output, or --list")
    }
    guard FaultScenario.named(name) != nil else {
      throw ValidationError("no scenario is called \(name); --list lists them")
    }
  }

  func run() throws {
    guard !list else { return printList() }
    guard let name, let output, let scenario = FaultScenario.named(name) else { return }
    var simulation = Simulation(scenario.workload(seed: seed), seed: seed)
    let capture = try CaptureFile(creating: output)
    while let piece = simulation.next() { try capture.write(piece) }
  }

  private func printList() {
    for scenario in FaultScenario.all {
      let finding = scenario.expectedFinding?.rawValue ?? "-"
      print("\(scenario.name)\t\(finding)\t\(scenario.summary)")
    }
  }
}
