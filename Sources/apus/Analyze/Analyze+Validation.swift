import Analysis
import ArgumentParser

/// Which options go together: one that would be ignored is refused, lest its absence in the output
/// be taken for an answer.
extension Analyze {
  func validate() throws {
    guard !listFindings else { return try checkListing() }
    try captures.requireFiles()
    guard findings || failOn == nil else {
      throw ValidationError("--fail-on looks at findings, which --no-findings leaves out.")
    }
    guard streams <= 1 else {
      throw ValidationError(
        "Give one of --flows, --transactions, --events, --eve and --explain-difference."
      )
    }
    guard html != "" else { throw ValidationError("--html needs the name of a file.") }
    if transactions != nil, readProtocols.isEmpty {
      throw ValidationError("--transactions needs protocols to read; --protocols names none.")
    }
    guard events != nil || eventsFormat == nil else {
      throw ValidationError("--events-format goes with --events.")
    }
    guard zeekLogs != nil || zeekFormat == nil else {
      throw ValidationError("--zeek-format goes with --zeek-logs.")
    }
    guard threads >= 1 else { throw ValidationError("--threads has to be at least 1.") }
    try checkSummary()
  }

  /// How many outputs would take the place of the summary.
  private var streams: Int {
    [flows != nil, transactions != nil, events != nil, eve, explainDifference].count { $0 }
  }

  private func checkListing() throws {
    let isAlone =
      captures.files.isEmpty && !captures.recover && filter.filter == nil && streams == 0
      && eventsFormat == nil && protocols == nil && html == nil && zeekLogs == nil
      && zeekFormat == nil
      && failOn == nil && names.isEmpty && top == nil && findings
    guard isAlone else {
      throw ValidationError("--list-findings reads no captures; it goes with --json and -o.")
    }
  }

  private func checkSummary() throws {
    let hasSummary = !hasStream || output.map { $0 != "-" } ?? false
    guard hasSummary || (!json && (top == nil || html != nil)) else {
      throw ValidationError(
        "--json and --top are about the summary, which a stream replaces: give it -o FILE."
      )
    }
    guard json || html != nil || names.oui == nil else {
      throw ValidationError("--oui goes with --json or --html.")
    }
    guard json || html != nil || flows == .json || names.geoip.isEmpty else {
      throw ValidationError("--geoip goes with --json, --html or --flows json.")
    }
    guard (0...AnalysisAccumulator.largestWorstLimit).contains(worstLimit) else {
      throw ValidationError("--top has to be 0 to \(AnalysisAccumulator.largestWorstLimit).")
    }
  }
}
