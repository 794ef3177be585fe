import TestSupport
import Testing

/// Findings from the command line.
struct FindingTests {
  @Test(arguments: [false, true])
  func rulesAreListedOnStandardOutputAndInAFile(isJSON: Bool) throws {
    let directory = try TemporaryDirectory()
    let file = directory.file("rules")
    let options = isJSON ? ["--json"] : []
    let result = try Program.run(["analyze", "--list-findings"] + options)
    #expect(result.status == 0)
    #expect(
      result.text.hasPrefix(isJSON ? "{\"$schema\":\"urn:apus:schema:rules:1\"" : "packet-loss")
    )
    #expect(result.text.contains("capture-loss"))
    #expect(!isJSON || result.text.contains(#","unit":"ns","value":"#))
    let written = try Program.run(["analyze", "--list-findings", "-o", file] + options)
    #expect(written.status == 0)
    #expect(written.output.isEmpty)
    #expect(try FileBytes.read(file) == result.output)
  }

  @Test func whatWasNotLookedForIsNotSaidToBeAbsent() throws {
    let sample = try SampleCapture.refused()
    let text = try Program.run(["analyze", sample.path, "--no-findings"])
    #expect(text.status == 0)
    #expect(text.text.hasPrefix("Findings   not looked for"))
    let json = try Program.run(["analyze", sample.path, "--no-findings", "--json"])
    #expect(json.text.contains(#","findings":null,"#))
    let looked = try Program.run(["analyze", sample.path, "--json"])
    #expect(looked.text.contains(#","findings":[]"#))
  }
}
