internal import Analysis
internal import Flows
internal import Packets

extension JSONWriter {
  mutating func write(_ key: StaticString, _ quality: CaptureQuality) {
    beginObject(key)
    field("severity", quality.severity.rawValue)
    beginArray("measures")
    for measure in quality.measures {
      beginObject()
      field("kind", measure.kind.rawValue)
      field("severity", measure.severity.rawValue)
      field("count", measure.count)
      field("total", measure.total)
      ratio("share", measure.share)
      field("consequence", measure.consequence)
      endObject()
    }
    endArray()
    endObject()
  }

  mutating func write(_ key: StaticString, _ totals: AssessmentTotals) {
    beginObject(key)
    beginObject("severity")
    for severity in Severity.allCases { field(named: severity.rawValue, totals.flows(severity)) }
    endObject()
    beginObject("reason")
    for kind in ReasonKind.allCases { field(named: kind.rawValue, totals.flows(kind)) }
    endObject()
    endObject()
  }

  /// Writes a flow with what is wrong about it.
  mutating func write(_ assessment: borrowing FlowAssessment, _ context: AnalysisContext) {
    let path = context.path(assessment.record.path)
    let filter = DisplayFilter(
      assessment.record,
      path: path,
      streamsMatch: context.streamsMatchWireshark
    )
    beginObject()
    field("severity", assessment.severity.rawValue)
    field("time_lost_ns", assessment.timeLost)
    field("display_filter", filter.text)
    beginArray("reasons")
    for reason in assessment.reasons { write(reason) }
    endArray()
    write("stages", assessment.stages)
    write("verdict", assessment.verdict)
    beginObject("flow")
    members(
      of: assessment.record,
      path: path,
      names: context.names
    )
    endObject()
    endObject()
  }

  private mutating func write(_ reason: AssessmentReason) {
    beginObject()
    field("kind", reason.kind.rawValue)
    field("severity", reason.severity.rawValue)
    field("direction", reason.direction?.name)
    field("explanation", reason.explanation)
    beginArray("figures")
    for figure in reason.figures { write(figure) }
    endArray()
    endObject()
  }

  mutating func write(_ figure: Figure) {
    beginObject()
    field("name", figure.name.rawValue)
    write(figure.quantity)
    endObject()
  }

  /// A quantity as two members: `unit` and `value`.
  mutating func write(_ quantity: Quantity) {
    switch quantity {
    case .count(let count):
      field("unit", "count" as StaticString)
      field("value", count)
    case .bytes(let bytes):
      field("unit", "bytes" as StaticString)
      field("value", bytes)
    case .nanoseconds(let nanoseconds):
      field("unit", "ns" as StaticString)
      field("value", nanoseconds)
    case .ratio(let ratio):
      field("unit", "ratio" as StaticString)
      field("value", ratio: ratio)
    }
  }

  private mutating func write(_ key: StaticString, _ stages: StageVerdict?) {
    guard let stages else { return null(key) }
    beginObject(key)
    field("culprit", stages.culprit.rawValue)
    field("syn_to_syn_ack_ns", stages.synToSynAck)
    field("syn_ack_to_ack_ns", stages.synAckToAck)
    field("client_ns", stages.client)
    field("request_to_ack_ns", stages.requestToAck)
    field("server_ns", stages.server)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ verdict: FlowVerdict?) {
    guard let verdict else { return null(key) }
    beginObject(key)
    field("limit", verdict.limit.rawValue)
    field("reason", verdict.reason)
    field("loss_ns", verdict.loss)
    field("closed_window_ns", verdict.closedWindow)
    field("full_window_ns", verdict.fullWindow)
    field("server_ns", verdict.server)
    field("client_ns", verdict.client)
    field("sender_ns", verdict.sender)
    field("idle_ns", verdict.idle)
    field("path_ns", verdict.path)
    endObject()
  }

  private mutating func ratio(_ key: StaticString, _ ratio: Double?) {
    if let ratio { field(key, ratio: ratio) } else { null(key) }
  }
}
