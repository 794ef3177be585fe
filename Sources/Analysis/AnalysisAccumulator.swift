package import CaptureFiles
internal import Dissection
package import Flows
package import Packets

/// Folds packets and finished flows into an `AnalysisSummary`.
///
/// Its memory is fixed: counters, histograms and the bounded list of worst flows. Accumulators of
/// several threads are merged; the result does not depend on how flows were divided among them.
package struct AnalysisAccumulator: Sendable {
  /// No more flows than this are listed as the worst: beyond it the flow output serves better.
  package static let largestWorstLimit = 1000
  /// How many of the worst flows are listed unless told otherwise.
  package static let defaultWorstLimit = 20

  private var totals = CaptureTotals()
  private var flows = FlowTotals()
  private var tcp = TCPTotals()
  private var assessments = AssessmentTotals()
  private var worst: WorstFlows
  private var series = CaptureSeries()
  private var protocols = ProtocolCounter()
  private var talkers = Talkers()
  /// Nothing where payloads are not read.
  private var applications: ApplicationTotals?
  private var hardware = HardwareEndpoints()
  /// TCP flows of which one side is missing, unanswered ones aside.
  private var oneWayConnections: UInt64 = 0

  /// Whether series, talkers and the protocol hierarchy are counted.
  private let collectsSeries: Bool

  package init(worstLimit: Int = Self.defaultWorstLimit, collectsSeries: Bool = true) {
    worst = WorstFlows(limit: worstLimit)
    self.collectsSeries = collectsSeries
  }

  init(options: AnalysisOptions) {
    self.init(worstLimit: options.worstLimit, collectsSeries: options.collectsSeries)
    if !options.protocols.isEmpty { applications = ApplicationTotals() }
  }

  /// Counts one level of a frame's headers.
  @inline(__always)
  package mutating func add(_ packet: borrowing PacketHeaders) {
    totals.count(packet)
    guard collectsSeries else { return }
    series.add(packet)
    protocols.add(packet)
  }

  /// Adds what was counted of protocols elsewhere.
  mutating func add(_ counter: ProtocolCounter) { protocols.merge(counter) }

  /// Whether the interfaces of Ethernet links are counted.
  var countsHardware: Bool { collectsSeries }

  /// Counts a frame of an Ethernet link by its first 14 bytes; `packet` is its outermost header.
  mutating func add(ethernet header: RawSpan, _ packet: borrowing PacketHeaders) {
    guard let addresses = EthernetAddresses(header) else { return }
    hardware.add(from: addresses.source, to: addresses.destination, packet)
  }

  /// Takes in what TCP measured since the last time.
  package mutating func add(_ samples: borrowing TCPSamples) { series.add(samples) }

  /// Takes in what applications did.
  package mutating func add(_ transactions: ContiguousArray<ApplicationTransaction>) {
    // By place, because a transaction would be copied to be looked at.
    for place in transactions.indices where !transactions[place].flow.isMirror {
      applications?.add(transactions[place])
      guard collectsSeries, case .dns(let lookup) = transactions[place].content,
        lookup.value.transport.expectsResponse, let asked = lookup.value.query,
        let time = lookup.value.totalTime
      else { continue }
      series.addNameLookup(time, at: Timestamp(nanoseconds: asked.time))
    }
  }

  /// Takes in a finished flow.
  package mutating func add(_ record: borrowing FlowRecord) {
    withUnsafePointer(to: record) { add($0) }
  }

  /// Takes in finished flows.
  package mutating func add(_ records: ContiguousArray<FlowRecord>) {
    records.withUnsafeBufferPointer { records in
      guard let first = records.baseAddress else { return }
      for index in records.indices { add(first + index) }
    }
  }

  private mutating func add(_ record: UnsafePointer<FlowRecord>) {
    flows.add(record.pointee)
    let assessment = FlowAssessor(record)
    if let summary = record.pointee.tcp {
      tcp.add(summary, assessment)
      if assessment.reasons.contains(where: { $0.kind == .oneWay }) { oneWayConnections += 1 }
    }
    assessments.add(assessment)
    if assessment.severity > .ok { worst.add(assessment.assessment) }
    guard collectsSeries else { return }
    series.add(record.pointee)
    talkers.add(record.pointee)
  }

  /// Adds what another accumulator has; its packets come after this one's in capture order.
  package mutating func merge(_ other: AnalysisAccumulator) {
    totals.merge(other.totals)
    flows.merge(other.flows)
    tcp.merge(other.tcp)
    assessments.merge(other.assessments)
    worst.merge(other.worst)
    series.merge(other.series)
    protocols.merge(other.protocols)
    talkers.merge(other.talkers)
    if let totals = other.applications {
      applications = applications ?? ApplicationTotals()
      applications?.merge(totals)
    }
    hardware.merge(other.hardware)
    oneWayConnections += other.oneWayConnections
  }

  /// The summary of everything added; `captures` are the files that it came from, `interfaces`
  /// those of the capture as a whole, and `path` says what the paths' numbers stand for.
  package func finish(
    captures: [CaptureFacts] = [],
    interfaces: [CaptureInterface] = [],
    path: (PathID) -> EncapsulationPath = { _ in EncapsulationPath() }
  ) -> AnalysisSummary {
    var summary = finish(captures)
    summary.series = series
    summary.talkers = talkers
    summary.applications = applications
    summary.hardware = hardware
    summary.bounds.uncountedHardware = hardware.uncounted
    summary.protocols = protocols.tree(on: interfaces, path: path)
    summary.bounds.uncountedProtocols = protocols.uncounted
    return summary
  }

  private func finish(_ captures: [CaptureFacts]) -> AnalysisSummary {
    var bounds = BoundCounters()
    bounds.evictedFlows = flows.flows(.evicted)
    bounds.droppedFragments = totals.headers(with: .fragmentDropped)
    bounds.tooDeepPackets = totals.headers(with: .tooDeep)
    bounds.unlistedFlows = worst.unlisted
    return AnalysisSummary(
      captures: captures,
      totals: totals,
      flows: flows,
      tcp: tcp,
      quality: CaptureQuality(
        captures: captures,
        totals: totals,
        flows: flows,
        tcp: tcp,
        oneWayConnections: oneWayConnections,
        evictedFlows: bounds.evictedFlows
      ),
      assessments: assessments,
      worst: worst.list,
      bounds: bounds
    )
  }
}
