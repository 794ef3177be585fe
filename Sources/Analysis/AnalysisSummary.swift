package import CaptureFiles

/// What one analysis found out about its captures: the value that every report is made of.
///
/// Its size is bounded (see `AnalysisAccumulator`): the flows themselves leave through a sink.
package struct AnalysisSummary: Sendable {
  /// What is known of each capture apart from its packets, in the order given.
  package var captures: [CaptureFacts]
  package var totals: CaptureTotals
  package var flows: FlowTotals
  package var tcp: TCPTotals
  package var quality: CaptureQuality
  /// What is wrong, worst first.
  package var findings: [Finding] = []
  /// How many flows were assessed how, and for which reasons.
  package var assessments: AssessmentTotals
  /// The flows with the worst assessments, worst first; none of severity `.ok`.
  package var worst: [FlowAssessment]
  /// What the analysis' own bounds turned away.
  package var bounds: BoundCounters
  /// What happened when.
  package var series = CaptureSeries()
  /// Frames and bytes by protocol, from the link to the transport.
  package var protocols = ProtocolTree()
  /// Who moved most.
  package var talkers = Talkers()
  /// What applications did; nothing where payloads were not read.
  package var applications: ApplicationTotals?
  /// The interfaces on captured Ethernet links.
  package var hardware = HardwareEndpoints()

  package init(
    captures: [CaptureFacts],
    totals: CaptureTotals,
    flows: FlowTotals,
    tcp: TCPTotals,
    quality: CaptureQuality,
    assessments: AssessmentTotals,
    worst: [FlowAssessment],
    bounds: BoundCounters
  ) {
    self.captures = captures
    self.totals = totals
    self.flows = flows
    self.tcp = tcp
    self.quality = quality
    self.assessments = assessments
    self.worst = worst
    self.bounds = bounds
  }

  /// The worst of all findings, flows and of the capture's quality: what `--fail-on` looks at.
  package var severity: Severity {
    max(findings.first?.severity ?? .ok, assessments.severity, quality.severity)
  }
}
