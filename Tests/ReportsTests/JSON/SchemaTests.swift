import Analysis
import Flows
import Packets
import Reports
import TestSupport
import Testing

/// The published schemas and what is written agree, in both directions.
struct SchemaTests {
  static func flows() throws -> [UInt8] {
    var lines = FlowLines(ByteWriter())
    try lines.write(Samples.connection, path: Samples.path)
    try lines.write(Samples.flow(.icmp, .icmp), path: EncapsulationPath())
    return lines.takeBytes()
  }

  static func events() throws -> [UInt8] {
    var lines = EventLines(ByteWriter())
    try lines.write(Samples.event)
    return lines.takeBytes()
  }

  static func verdicts() throws -> [UInt8] {
    var verdict = WiresharkVerdict(stream: 4)
    verdict.flags = [.retransmission, .fastRetransmission, .duplicateAck]
    verdict.ackRTT = 1_000_000
    var lines = WiresharkLines(ByteWriter())
    try lines.write(WiresharkObservation(frame: 3, time: Samples.start, verdict: verdict))
    return lines.takeBytes()
  }

  static func analyses() throws -> [UInt8] {
    let context = AnalysisSamples.context
    var summary = AnalysisSamples.summary
    summary.applications = TransactionSamples.totals
    let full = try AnalysisDocument(summary, context: context)
      .write(to: ByteWriter())
    var unsought = context
    unsought.hasFindings = false
    return full
      + (try AnalysisDocument(AnalysisSamples.quiet, context: unsought).write(to: ByteWriter()))
      + (try AnalysisDocument(AnalysisSamples.quiet, context: context)
        .write(to: ByteWriter()))
  }

  static func captures() throws -> [UInt8] {
    var writer = JSONWriter(ByteWriter())
    writer.write(AnalysisSamples.facts)
    writer.endLine()
    return writer.output.takeBytes()
  }

  static func output(_ name: String) throws -> [UInt8] {
    switch name {
    case "flow": try flows()
    case "event": try events()
    case "verdict": try verdicts()
    case "comparison": try ComparisonSamples.documents()
    case "capture": try captures()
    case "rules": try RuleList.writeJSON(program: "apus", to: ByteWriter())
    default: try analyses()
    }
  }

  @Test(arguments: ["flow", "event", "verdict", "analysis", "capture", "comparison", "rules"])
  func everyMemberWrittenIsInTheSchemaAndTheOtherWayRound(_ name: String) throws {
    let written = try Self.output(name).split(separator: 0x0a).reduce(into: Set<String>()) {
      $0.formUnion(try JSONValue(Array($1)).paths)
    }
    let declared = try SchemaFile(name).paths
    #expect(written.subtracting(declared).sorted() == [])
    #expect(declared.subtracting(written).sorted() == [])
  }

  @Test(.enabled(if: SchemaValidator.isPresent, "needs python3 with jsonschema"))
  func outputIsValidByTheSchemas() throws {
    for name in ["flow", "event", "verdict", "analysis", "capture", "comparison", "rules"] {
      let result = try SchemaValidator.run(name, try Self.output(name))
      #expect(result.status == 0, "\(name): \(result.errorText)")
    }
  }

  @Test(.enabled(if: SchemaValidator.isPresent, "needs python3 with jsonschema"))
  func theValidatorFindsAWrongMember() throws {
    let wrong = #"{"frame":0,"time_ns":"soon"}"#
    #expect(try SchemaValidator.run("event", Array(wrong.utf8)).status != 0)
  }
}
