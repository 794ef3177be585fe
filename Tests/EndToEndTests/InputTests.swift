import TestSupport
import Testing

/// What captures can be read from.
struct InputTests {
  @Test func standardInputIsReadLikeAFile() throws {
    let sample = try SampleCapture.refused()
    let arguments = ["analyze", "-", "--flows", "json"]
    let piped = try Program.run(arguments, input: sample.path)
    let read = try Program.run(["analyze", sample.path, "--flows", "json"])
    #expect(piped.status == 0)
    #expect(piped.output == read.output)
  }

  @Test func manyFilesAreOneCapture() throws {
    let first = try SampleCapture.refused()
    let second = try SampleCapture.refused(format: .pcapng, port: 40_001)
    let result = try Program.run(["analyze", first.path, second.path, "--flows", "zeek-json"])
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
    #expect(result.lines.allSatisfy { $0.contains("\"id.orig_h\":\"10.0.0.1\"") })
  }

  /// Words of a command line become text before they are names of files again.
  @Test(arguments: ["analyze", "info", "analyze missing.pcap -o"])
  func aNameThatIsNotUTF8IsRefusedInWords(command: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.shell(
      """
      cd '\(sample.directory.path)'
      file=$(printf 'caf\\351.pcap'); cp refused.pcap "$file"
      $APUS \(command) "$file"
      """
    )
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
    #expect(result.errorText.contains(#"caf\xe9.pcap is not UTF-8"#))
    #expect(result.errorText.contains("standard input"))
  }

  @Test func namesInOtherScriptsAreOpened() throws {
    let sample = try SampleCapture.refused("прохідna \u{e9}.pcap")
    #expect(try Program.run(["info", sample.path]).status == 0)
  }

  @Test func aFilterTakesPartOfACapture() throws {
    let first = try SampleCapture.refused()
    let second = try SampleCapture.refused(port: 40_001)
    let result = try Program.run([
      "analyze", first.path, second.path, "--flows", "json", "--filter", "port 40001",
    ])
    #expect(result.lines.count == 1)
    #expect(result.text.contains("40001"))
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: [[], ["--flows", "csv"], ["--events", "apus"], ["--json"]]
  )
  func theResultDoesNotDependOnTheThreads(options: [String]) throws {
    for name in ["zeek__mixed-vlan-mpls.pcap", "ndpi__1kxun.pcap"] {
      let command = ["analyze", Corpus.path(for: name)] + options + ["--threads"]
      let alone = try Program.run(command + ["1"])
      #expect(!alone.output.isEmpty)
      #expect(try Program.run(command + ["2"]).output == alone.output)
    }
  }
}
