import Analysis
import ArgumentParser
import CaptureFiles

/// `apus slice`: writes the packets of a filter or a flow to a capture of their own.
struct Slice: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write the packets that match to a new capture.",
    discussion: """
      Bytes, times, link types and interfaces stay as they are. pcapng keeps several interfaces; \
      pcap holds one link type.

      \(ExitStatus.discussion())
      """
  )

  @OptionGroup var captures: CaptureArguments
  @OptionGroup var filter: FilterArguments

  @Option(
    help: ArgumentHelp(
      "Only this flow, by its id in an analysis of all these captures.",
      valueName: "id"
    )
  )
  var flow: UInt64?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The new capture; - is standard output.", valueName: "file"),
    completion: .file()
  )
  var output: String

  @Option(help: "The new capture's format (default: by its name, else pcapng).")
  var format: SliceFormat?

  func validate() throws {
    guard filter.filter != nil || flow != nil else {
      throw ValidationError("Give --filter, --flow or both.")
    }
    if flow != nil, captures.files.contains("-") {
      throw ValidationError("--flow reads the capture twice, which standard input does not allow.")
    }
  }

  func run() throws {
    try Diagnostics.reporting {
      var wanted: FlowSelection?
      if let flow {
        wanted = try FlowSelection.find(flow, in: captures)
        guard wanted != nil else { throw SliceError.noSuchFlow(flow) }
      }
      let copied = try copy(wanted)
      Diagnostics.say("\(Quantity.count(copied.packets).text) packets written to \(output)")
      if Diagnostics.sayDamage(of: copied.files) { throw ExitStatus.damaged }
    }
  }
}

/// Why nothing can be sliced.
enum SliceError: Error, CustomStringConvertible {
  case noSuchFlow(UInt64)

  var description: String {
    switch self {
    case .noSuchFlow(let flow): "there is no flow \(flow)"
    }
  }
}
