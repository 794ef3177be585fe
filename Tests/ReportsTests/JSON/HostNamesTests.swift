import Analysis
import Packets
import Testing

@testable import Reports

struct HostNamesTests {
  private static func text(_ names: NameSource) throws -> String {
    var context = AnalysisSamples.context
    context.names = names
    let bytes = try AnalysisDocument(AnalysisSamples.summary, context: context)
      .write(to: ByteWriter())
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func flow(_ names: NameSource) throws -> String {
    var lines = FlowLines(ByteWriter(), names: names)
    try lines.write(Samples.connection, path: Samples.path)
    return String(decoding: lines.takeBytes(), as: UTF8.self)
  }

  private static let everything = NameSource(
    vendor: { _ in "Example \"Devices\"" },
    origin: { _ in
      HostOrigin(country: "NL", city: "Nijmegen", systemNumber: 64_500, organization: "Example")
    }
  )
  private static let origin =
    #""country":"NL","city":"Nijmegen","asn":64500,"as_organization":"Example""#
  private static let nothing =
    #""country":null,"city":null,"asn":null,"as_organization":null"#

  @Test
  func hostsInterfacesAndFlowsSayWhatIsKnown() throws {
    let text = try Self.text(Self.everything)
    #expect(text.contains(Self.origin))
    #expect(text.contains(#""vendor":"Example \"Devices\"""#))
    #expect(try Self.flow(Self.everything).contains(Self.origin))
  }

  @Test
  func withoutNamesTheMembersAreNull() throws {
    let text = try Self.text(.none)
    #expect(text.contains(Self.nothing))
    #expect(text.contains(#""vendor":null"#))
    #expect(try Self.flow(.none).contains(Self.nothing))
  }
}
