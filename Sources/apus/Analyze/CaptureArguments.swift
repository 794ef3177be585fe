import Analysis
import ArgumentParser
import CaptureFiles

/// The captures that a command reads.
protocol CaptureInputs {
  var files: [String] { get }
  var recover: Bool { get }
}

extension CaptureInputs {
  var limits: CaptureLimits {
    var limits = CaptureLimits()
    limits.recovers = recover
    return limits
  }

  /// All files as one capture, merged by time.
  func open() throws(CaptureFileError) -> MergedReader {
    try MergedReader(paths: files, limits: limits)
  }

  fileprivate func checkStandardInput() throws {
    if files.filter({ $0 == "-" }).count > 1 {
      throw ValidationError("Standard input (-) can be given once only.")
    }
  }

  fileprivate static var filesHelp: ArgumentHelp {
    "Capture files (pcap, pcapng, snoop; also gzip, zstd, lz4); - is standard input."
  }

  fileprivate static var recoverHelp: ArgumentHelp { "Search for further packets behind damage." }
}

/// What every command that reads captures takes.
struct CaptureArguments: ParsableArguments, CaptureInputs {
  @Argument(help: Self.filesHelp, completion: .file())
  var files: [String]

  @Flag(help: Self.recoverHelp)
  var recover = false

  func validate() throws { try checkStandardInput() }
}

/// The same for a command that may do without a capture.
struct OptionalCaptureArguments: ParsableArguments, CaptureInputs {
  @Argument(help: Self.filesHelp, completion: .file())
  var files: [String] = []

  @Flag(help: Self.recoverHelp)
  var recover = false

  func validate() throws { try checkStandardInput() }

  /// Where there has to be one.
  func requireFiles() throws {
    if files.isEmpty { throw ValidationError("Missing expected argument '<files> ...'") }
  }
}

/// `--filter`, for the commands that have it.
struct FilterArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only frames that match.",
      discussion: """
        Tests: host A, net A/LEN, port N[-M], each with src or dst; tcp, udp, icmp, icmp6, sctp, \
        arp, ip, ip6; vlan [N]; flow A:PORT-B:PORT; frame N[-M]; time FROM..TO (RFC 3339, epoch \
        seconds, or +SECONDS from the start). Combine with and, or, not and parentheses.
        """,
      valueName: "expression"
    )
  )
  var filter: String?

  func validate() throws {
    do { _ = try parsed() } catch { throw ValidationError(String(describing: error)) }
  }

  func parsed() throws(FilterError) -> PacketFilter? {
    guard let filter else { return nil }
    return try PacketFilter(filter)
  }
}
