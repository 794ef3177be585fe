internal import Analysis

/// Every rule of findings, for people or programs (`apus analyze --list-findings`).
package struct RuleList {
  private let options: TextOptions

  package init(options: TextOptions = TextOptions()) { self.options = options }

  /// Puts the rules into an output: title, thresholds, why, advice and source of each.
  package func write(to output: inout ByteWriter) {
    var page = TextPage(options)
    for (index, rule) in RuleDescription.all.enumerated() {
      if index > 0 { page.blank() }
      page.line(page.style.bold(rule.kind.rawValue) + "  " + rule.title)
      page.paragraph(
        "\(rule.severities.lowerBound.rawValue) to \(rule.severities.upperBound.rawValue)",
        indent: 2
      )
      for threshold in rule.thresholds {
        page.paragraph("\(threshold.value.text) \(threshold.meaning)", bullet: "• ", indent: 4)
      }
      page.paragraph(rule.why, indent: 2)
      page.paragraph(rule.advice, bullet: "→ ", indent: 4)
      page.paragraph(rule.source, indent: 2)
    }
    output.put(page.text)
  }

  /// The version of the JSON document's format.
  package static let version: UInt64 = 1
  /// Identifier of its schema; the file with this `$id` comes with Apus.
  package static let schema: StaticString = "urn:apus:schema:rules:1"

  /// The same as one JSON document; `docs/schema/rules.schema.json`.
  package static func writeJSON(
    program: String,
    to output: consuming ByteWriter
  ) throws(OutputError) -> [UInt8] {
    var writer = JSONWriter(output)
    writer.beginObject()
    writer.field("$schema", schema)
    writer.field("version", version)
    writer.field("program", program)
    writer.beginArray("rules")
    for rule in RuleDescription.all { writer.write(rule) }
    writer.endArray()
    writer.endObject()
    writer.endLine()
    try writer.output.flush()
    return writer.output.takeBytes()
  }
}

extension JSONWriter {
  fileprivate mutating func write(_ rule: RuleDescription) {
    beginObject()
    field("id", rule.kind.rawValue)
    field("title", rule.title)
    field("mildest", rule.severities.lowerBound.rawValue)
    field("worst", rule.severities.upperBound.rawValue)
    beginArray("thresholds")
    for threshold in rule.thresholds {
      beginObject()
      field("name", threshold.name)
      write(threshold.value)
      field("meaning", threshold.meaning)
      endObject()
    }
    endArray()
    field("why", rule.why)
    field("advice", rule.advice)
    field("source", rule.source)
    endObject()
  }
}
