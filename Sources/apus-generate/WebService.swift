import ArgumentParser
import SampleCaptures

struct WebService: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "service",
    abstract: "A web service at work under conditions to choose: two of them can be compared."
  )

  @OptionGroup var options: OutputOptions

  @Option(help: "How many connections.")
  var connections = 60

  @Option(help: "Milliseconds added to each answer of the server.")
  var slower = 0

  @Option(help: "Milliseconds added to each answer of the name server.")
  var slowerNames = 0

  @Option(help: "Milliseconds added to the path, one way.")
  var farther = 0

  @Option(help: "Chance that a segment of the server is lost.")
  var loss = 0.0

  @Option(help: "Share of the requests that fail.")
  var failures = 0.0

  @Option(help: "Share of the connections that are refused.")
  var refusals = 0.0

  @Flag(help: "The service is at another address.")
  var moved = false

  func validate() throws {
    guard connections > 0 else { throw ValidationError("--connections must be above 0") }
    for delay in [slower, slowerNames, farther] where !(0...60_000).contains(delay) {
      throw ValidationError("delays must be in 0...60000")
    }
    for share in [loss, failures, refusals] where !(0...1).contains(share) {
      throw ValidationError("shares must be in 0...1")
    }
  }

  func run() throws {
    var conditions = ServiceConditions()
    conditions.connections = connections
    conditions.serverTime = conditions.serverTime.shifted(by: slower)
    conditions.resolverTime = conditions.resolverTime.shifted(by: slowerNames)
    conditions.pathTime = conditions.pathTime.shifted(by: farther * 1000)
    conditions.loss = loss
    conditions.failures = failures
    conditions.refusals = refusals
    conditions.isMoved = moved
    try options.write(FaultWorkload(conditions, seed: options.seed))
  }
}

extension ClosedRange<Int> {
  fileprivate func shifted(by distance: Int) -> ClosedRange<Int> {
    lowerBound + distance...upperBound + distance
  }
}
