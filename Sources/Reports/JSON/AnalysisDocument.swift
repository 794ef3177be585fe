package import Analysis

/// The one JSON document of a whole analysis (`apus analyze --json`).
///
/// `docs/schema/analysis.schema.json` describes it. Members may be added within a version; a member
/// that is taken away or changes its meaning makes a new one.
package struct AnalysisDocument: Sendable {
  /// The version of the document's format.
  package static let version: UInt64 = 1
  /// Identifier of the schema; the file with this `$id` comes with Apus.
  package static let schema: StaticString = "urn:apus:schema:analysis:1"

  package var summary: AnalysisSummary
  package var context: AnalysisContext

  package init(_ summary: AnalysisSummary, context: AnalysisContext) {
    self.summary = summary
    self.context = context
  }

  /// Writes the document and a line end.
  package func write(to output: consuming ByteWriter) throws(OutputError) -> [UInt8] {
    var writer = JSONWriter(output)
    writer.beginObject()
    writer.field("$schema", Self.schema)
    writer.field("version", Self.version)
    writer.field("program", context.program)
    writer.field("severity", summary.severity.rawValue)
    writer.beginArray("captures")
    for capture in context.captures { writer.write(capture) }
    writer.endArray()
    if context.hasFindings {
      writer.beginArray("findings")
      for finding in summary.findings { writer.write(finding, context) }
      writer.endArray()
    } else {
      writer.null("findings")
    }
    writer.write("totals", summary.totals)
    writer.write("quality", summary.quality)
    writer.write("flows", summary.flows)
    writer.write("tcp", summary.tcp)
    writer.write("assessments", summary.assessments)
    writer.beginArray("worst")
    for assessment in summary.worst { writer.write(assessment, context) }
    writer.endArray()
    writer.write("series", summary.series)
    writer.write("protocols", summary.protocols)
    writer.write("talkers", summary.talkers, summary.hardware, context.names)
    writer.write("applications", summary.applications)
    writer.write("bounds", summary.bounds)
    writer.endObject()
    writer.endLine()
    try writer.output.flush()
    return writer.output.takeBytes()
  }
}
