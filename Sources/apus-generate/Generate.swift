import ArgumentParser
import SampleCaptures

@main
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apus-generate",
    abstract: "Makes captures with known contents; the same arguments give the same bytes.",
    discussion: """
      Beside OUT.pcap, OUT.json says what the capture holds, counted where it was made.
      """,
    subcommands: [Sample.self, Bench.self, Flows.self, Download.self, Fault.self, WebService.self]
  )
}

struct OutputOptions: ParsableArguments {
  @Argument(help: "The pcap file to write.")
  var output: String

  @Option(help: "The seed of every random choice.")
  var seed: UInt64 = 1

  @Flag(help: "Write timestamps in nanoseconds.")
  var nanoseconds = false

  func write(_ workload: some Workload, byteLimit: Int = .max) throws {
    var simulation = Simulation(
      workload,
      seed: seed,
      nanoseconds: nanoseconds,
      byteLimit: byteLimit
    )
    let capture = try CaptureFile(creating: output)
    while let piece = simulation.next() { try capture.write(piece) }
    let truth = try CaptureFile(creating: truthPath)
    try truth.write(Array(simulation.truth.json.utf8))
  }

  private var truthPath: String {
    (output.hasSuffix(".pcap") ? String(output.dropLast(5)) : output) + ".json"
  }
}

struct Sample: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A small capture with something of everything, good and bad."
  )

  @OptionGroup var options: OutputOptions

  func run() throws {
    try options.write(SampleWorkload())
  }
}

struct Bench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "A large capture of a busy link, for measuring speed."
  )

  @OptionGroup var options: OutputOptions

  @Option(help: "The length of the file, in megabytes.")
  var mb = 500

  @Option(help: "New flows for each second of the capture.")
  var flowRate = 66.0

  @Option(help: "The share of TCP connections that move megabytes.")
  var bulk = 0.008

  func validate() throws {
    guard mb > 0, mb < 1_000_000 else { throw ValidationError("--mb must be in 1...999999") }
    guard flowRate > 0 else { throw ValidationError("--flow-rate must be above 0") }
    guard (0...1).contains(bulk) else { throw ValidationError("--bulk must be in 0...1") }
  }

  func run() throws {
    let workload = BenchWorkload(flowRate: flowRate, bulkShare: bulk)
    try options.write(workload, byteLimit: mb * 1_000_000)
  }
}

struct Download: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "One large HTTP download, for measuring what a connection without end costs."
  )

  @OptionGroup var options: OutputOptions

  @Option(help: "The length of the downloaded file, in megabytes.")
  var mb = 100

  func validate() throws {
    guard mb > 0, mb < 1_000_000 else { throw ValidationError("--mb must be in 1...999999") }
  }

  func run() throws {
    try options.write(DownloadWorkload(length: mb * 1_000_000))
  }
}

struct Flows: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Many short flows, for measuring what a flow costs."
  )

  @OptionGroup var options: OutputOptions

  @Option(help: "How many flows.")
  var count = 100_000

  func validate() throws {
    guard count > 0 else { throw ValidationError("--count must be above 0") }
  }

  func run() throws {
    try options.write(ShortFlowWorkload(count: count))
  }
}
