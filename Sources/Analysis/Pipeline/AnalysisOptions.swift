package import Flows

/// What an analysis is asked to do.
package struct AnalysisOptions: Sendable {
  /// Only frames that pass are analysed.
  package var filter: PacketFilter?
  /// Collect `FlowEvent`s for the sink.
  package var collectsEvents = false
  /// Collect time series, talkers and the protocol hierarchy for the summary.
  package var collectsSeries = true
  /// Collect findings for the summary.
  package var collectsFindings = true
  /// Record every packet of the flows that matter most, and when each flow moved how much.
  package var recordsTraces = false
  package var traceLimits = TraceLimits()
  /// Follow Wireshark's own TCP analysis as well and give its verdicts to the sink.
  package var followsWireshark = false
  /// The application protocols that are looked for; with none, payloads are not read at all.
  package var protocols = Set(ApplicationProtocol.allCases)
  package var conversationLimits = ConversationLimits()
  /// Verify checksums where all covered bytes were captured.
  package var verifiesChecksums = true
  package var limits = FlowLimits()
  /// How many of the worst flows the summary lists.
  package var worstLimit = AnalysisAccumulator.defaultWorstLimit
  /// Threads to use; the result does not depend on it.
  ///
  /// With 1 everything is done in turn; from 2 on, one thread reads and decodes ahead of another
  /// that follows the flows. More than two are not used: see `docs/decisions`.
  package var threads = 2

  package init() {}

  /// Somebody looks at what packets carry: conversations, or ICMP errors for what they quote.
  var needsPayloads: Bool {
    !protocols.isEmpty || collectsEvents || collectsFindings || followsWireshark
      || recordsTraces
  }
}
