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

  static func analyses() throws -> [UInt8] {
    let context = AnalysisSamples.context
    let full = try AnalysisDocument(AnalysisSamples.summary, context: context)
      .write(to: ByteWriter())
    return full
      + (try AnalysisDocument(AnalysisSamples.quiet, context: context)
        .write(to: ByteWriter()))
  }

  static func output(_ name: String) throws -> [UInt8] {
    switch name {
    case "flow": try flows()
    case "event": try events()
    default: try analyses()
    }
  }

  @Test(arguments: ["flow", "event", "analysis"])
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
    for name in ["flow", "event", "analysis"] {
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
