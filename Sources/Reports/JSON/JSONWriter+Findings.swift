internal import Analysis
internal import Flows
internal import Packets

extension JSONWriter {
  mutating func write(_ finding: borrowing Finding, _ context: AnalysisContext) {
    beginObject()
    field("id", finding.kind.rawValue)
    field("severity", finding.severity.rawValue)
    field("confidence", finding.confidence.rawValue)
    field("title", finding.rule.title)
    field("seen", finding.seen)
    field("why", finding.rule.why)
    field("advice", finding.advice)
    field("source", finding.rule.source)
    write(finding.subject)
    beginArray("figures")
    for figure in finding.figures { write(figure) }
    endArray()
    field("time_lost_ns", finding.timeLost)
    write(finding.evidence, context)
    endObject()
  }

  private mutating func write(_ subject: FindingSubject) {
    beginObject("subject")
    if let client = subject.client { field("client", client) } else { null("client") }
    if let server = subject.server { field("server", server) } else { null("server") }
    field("transport", subject.transport?.name)
    field("port", subject.port)
    field("name", subject.name)
    endObject()
  }

  private mutating func write(_ evidence: borrowing FindingEvidence, _ context: AnalysisContext) {
    field("display_filter", evidence.displayFilter)
    beginArray("frames")
    for frame in evidence.frames { element(frame) }
    endArray()
    field("frame_count", evidence.frameCount)
    beginArray("flows")
    for flow in evidence.flows { write(flow, context) }
    endArray()
    field("flow_count", evidence.flowCount)
    field("first_ns", evidence.times?.lowerBound.nanoseconds)
    field("last_ns", evidence.times?.upperBound.nanoseconds)
  }

  private mutating func write(_ flow: borrowing FindingFlow, _ context: AnalysisContext) {
    beginObject()
    field("id", flow.id)
    field("stream", flow.stream)
    field("transport", flow.transport.name)
    endpoint("originator", flow.originator)
    endpoint("responder", flow.responder)
    field("display_filter", context.filter(of: flow).text)
    endObject()
  }

  private mutating func endpoint(_ key: StaticString, _ endpoint: Endpoint) {
    beginObject(key)
    field("address", endpoint.address)
    field("port", endpoint.port)
    endObject()
  }
}
