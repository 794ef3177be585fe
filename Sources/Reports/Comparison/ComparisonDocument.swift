internal import Analysis
internal import CaptureFiles
internal import Flows
internal import Packets

/// The one JSON document of a comparison (`apus compare --json`).
///
/// `docs/schema/comparison.schema.json` describes it; members may be added within a version.
package struct ComparisonDocument: Sendable {
  /// The version of the document's format.
  package static let version: UInt64 = 1
  /// Identifier of the schema; the file with this `$id` comes with Apus.
  package static let schema: StaticString = "urn:apus:schema:comparison:1"

  package var report: ComparisonReport

  package init(_ report: ComparisonReport) { self.report = report }

  /// Writes the document and a line end.
  package func write(to output: consuming ByteWriter) throws(OutputError) -> [UInt8] {
    let comparison = report.comparison
    var writer = JSONWriter(output)
    writer.beginObject()
    writer.field("$schema", Self.schema)
    writer.field("version", Self.version)
    writer.field("program", report.program)
    writer.field("regression", comparison.isRegression)
    writer.write("before", report.before)
    writer.write("after", report.after)
    writer.beginArray("services")
    for service in comparison.services {
      writer.write(service)
      try writer.output.checkpoint()
    }
    writer.endArray()
    writer.beginObject("hosts")
    writer.field("common", comparison.commonHosts)
    writer.write("only_before", comparison.hosts.filter { $0.presence == .onlyBefore })
    writer.write("only_after", comparison.hosts.filter { $0.presence == .onlyAfter })
    writer.endObject()
    writer.beginObject("bounds")
    writer.field("undecided_services", comparison.undecidedServices)
    writer.field("undecided_hosts", comparison.undecidedHosts)
    writer.endObject()
    writer.endObject()
    writer.endLine()
    try writer.output.flush()
    return writer.output.takeBytes()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ key: StaticString, _ capture: ComparedCapture) {
    beginObject(key)
    field("name", capture.facts.name)
    field("damaged", capture.isDamaged)
    field("packets", capture.packets)
    field("flows", capture.profile.flows)
    field("bytes", capture.profile.bytes)
    field("duration_ns", capture.profile.duration)
    field("undirected_flows", capture.profile.undirectedFlows)
    endObject()
  }

  fileprivate mutating func write(_ service: ServiceComparison) {
    beginObject()
    field("transport", service.service.transport.name)
    if let address = service.service.address { field("address", address) } else { null("address") }
    field("port", service.service.port)
    field("application", service.application)
    field("presence", service.presence.rawValue)
    if service.presence == .both {
      field("verdict", service.verdict.rawValue)
    } else {
      null("verdict")
    }
    write("before", service.before)
    write("after", service.after)
    beginArray("measures")
    for change in service.changes { write(change) }
    endArray()
    endObject()
  }

  private mutating func write(_ key: StaticString, _ traffic: ServiceComparison.Traffic) {
    beginObject(key)
    field("flows", traffic.flows)
    field("bytes", traffic.bytes)
    endObject()
  }

  fileprivate mutating func write(
    _ key: StaticString,
    _ hosts: [CaptureComparison.HostPresence]
  ) {
    beginArray(key)
    for host in hosts {
      beginObject()
      field("address", host.address)
      field("flows", host.flows)
      field("bytes", host.bytes)
      endObject()
    }
    endArray()
  }

  private mutating func write(_ change: MeasureChange) {
    beginObject()
    field("name", change.name)
    field("verdict", change.verdict.rawValue)
    field("part", change.part?.rawValue)
    if change.verdict.isChange { field("factor", ratio: change.factor) } else { null("factor") }
    if let chance = change.probability {
      field("probability", ratio: chance)
    } else {
      null("probability")
    }
    switch change.measure {
    case .sampled(let measure, let before, let after):
      field("unit", measure.unit.rawValue)
      write("before", before)
      write("after", after)
    case .share(let measure, let before, let after):
      field("unit", measure.base.rawValue)
      write("before", before)
      write("after", after)
    }
    endObject()
  }

  private mutating func write(_ key: StaticString, _ samples: MeasureChange.SampleSummary) {
    beginObject(key)
    field("count", samples.count)
    field("median", samples.median)
    field("p95", samples.high)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ share: MeasureChange.ShareSummary) {
    beginObject(key)
    field("count", share.tries)
    field("events", share.events)
    if let share = share.share { field("share", ratio: share) } else { null("share") }
    endObject()
  }
}
