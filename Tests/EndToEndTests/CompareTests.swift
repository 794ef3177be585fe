import TestSupport
import Testing

/// `apus compare` with captures of a service whose changes are known.
@Suite(.enabled(if: Tool(built: "apus-generate") != nil, "needs apus-generate, which is built"))
struct CompareTests {
  /// Two captures: the service as usual, and under other conditions.
  private static func captures(
    _ conditions: [String]
  ) throws -> (directory: TemporaryDirectory, before: String, after: String) {
    let generate = try #require(Tool(built: "apus-generate"))
    let directory = try TemporaryDirectory()
    let (before, after) = (directory.file("before.pcap"), directory.file("after.pcap"))
    #expect(try generate.run(["service", before]).status == 0)
    #expect(try generate.run(["service", after, "--seed", "2"] + conditions).status == 0)
    return (directory, before, after)
  }

  @Test(
    arguments: [
      ([], 0, []), (["--slower", "40"], 3, ["Server think time", "HTTP time to first byte"]),
      (["--loss", "0.02"], 3, ["Retransmitted segments"]),
      (["--slower-names", "60"], 3, ["DNS response time"]),
      (["--refusals", "0.4"], 3, ["Refused connections"]),
      (["--farther", "20"], 3, ["Handshake RTT"]),
    ] as [([String], Int32, [String])]
  )
  func changesAreFoundAndDecideTheStatus(
    conditions: [String],
    status: Int32,
    titles: [String]
  ) throws {
    let (directory, before, after) = try Self.captures(conditions)
    defer { withExtendedLifetime(directory) {} }
    let result = try Program.run(["compare", before, after, "--fail-on", "regression"])
    #expect(result.status == status, "\(result.text)")
    for title in titles { #expect(result.text.contains("worse   \(title)"), "\(result.text)") }
    #expect(result.text.contains("worse") == !titles.isEmpty, "\(result.text)")
    #expect(result.errors.isEmpty)
    #expect(try Program.run(["compare", before, after]).status == 0)
  }

  @Test func theResultDoesNotDependOnThreadsNorOnTheWayIn() throws {
    let (directory, before, after) = try Self.captures(["--slower", "40"])
    defer { withExtendedLifetime(directory) {} }
    let result = try Program.run(["compare", before, after, "--json", "--threads", "1"])
    #expect(result.text.contains(#""regression":true"#))
    #expect(try Program.run(["compare", before, after, "--json"]).output == result.output)
    let piped = try Program.run(["compare", before, "-", "--json"], input: after)
    #expect(piped.text.replacing("\"-\"", with: "\"\(after)\"") == result.text)
  }

  @Test func aFilterLeavesTheRestOut() throws {
    let (directory, before, after) = try Self.captures(["--slower", "40"])
    defer { withExtendedLifetime(directory) {} }
    let arguments = ["compare", before, after, "--fail-on", "regression", "--filter"]
    #expect(try Program.run(arguments + ["port 53"]).status == 0)
    #expect(try Program.run(arguments + ["port 80"]).status == 3)
  }

  @Test func damageIsReadAroundAndReported() throws {
    let (directory, before, after) = try Self.captures(["--slower", "40"])
    let cut = directory.file("cut.pcap")
    try FileBytes.write(try FileBytes.read(after).dropLast(5), to: cut)
    let result = try Program.run(["compare", before, cut])
    #expect(result.status == 2)
    #expect(result.errorText.contains("damaged at byte"))
    #expect(result.text.contains("Server think time"))
    let regression = try Program.run(["compare", before, cut, "--fail-on", "regression"])
    #expect(regression.status == 3)
  }

  @Test func whatIsNoCaptureIsAnError() throws {
    let sample = try SampleCapture.refused()
    let text = sample.directory.file("text")
    try FileBytes.write(Array("this is not a capture".utf8), to: text)
    for pair in [[sample.path, text], [text, sample.path], [sample.path, text + ".missing"]] {
      let result = try Program.run(["compare"] + pair)
      #expect(result.status == 1)
      #expect(result.errorText.hasPrefix("apus: error: "))
      #expect(result.output.isEmpty)
    }
  }

  @Test func theHelpSaysWhatToType() throws {
    let help = try Program.run(["compare", "--help"]).text.split(whereSeparator: \.isWhitespace)
    #expect(help.joined(separator: " ").contains("default: dns,http,ssl"))
    let sample = try SampleCapture.refused()
    let command = ["compare", sample.path, sample.path, "--json"]
    let typed = try Program.run(command + ["--protocols", "dns,http,ssl"])
    #expect(try Program.run(command).output == typed.output)
  }

  @Test func anInputIsNeverReplaced() throws {
    let sample = try SampleCapture.refused()
    let before = try FileBytes.read(sample.path)
    let result = try Program.run(["compare", sample.path, sample.path, "-o", sample.path])
    #expect(result.status == 1)
    #expect(result.errorText.contains("give the output another name"))
    #expect(try FileBytes.read(sample.path) == before)
  }

  @Test(arguments: [
    ["compare"], ["compare", "a"], ["compare", "a", "b", "c"], ["compare", "-", "-"],
    ["compare", "a", "b", "--fail-on", "warning"], ["compare", "a", "b", "--threads", "0"],
    ["compare", "a", "b", "--filter", "host"],
  ])
  func wrongCommandLinesAreUsageErrors(arguments: [String]) throws {
    #expect(try Program.run(arguments).status == 64)
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func everyCorpusCaptureEqualsItself() throws {
    var judged = 0
    for capture in Corpus.captures where capture.packets < 5000 {
      let result = try Program.run(
        ["compare", capture.path, capture.path, "--json", "--fail-on", "regression"]
      )
      // Nothing has changed; what cannot be read whole alone cannot be compared whole.
      let alone = try Program.run(["info", capture.path]).status
      #expect(result.status == alone, "\(capture.path)")
      guard alone != 1 else { continue }
      #expect(result.text.contains(#""regression":false"#), "\(capture.path)")
      for change in ["worse", "better"] {
        #expect(!result.text.contains(#""verdict":"\#(change)""#), "\(capture.path)")
      }
      for presence in ["only_before", "only_after"] {
        #expect(!result.text.contains(#""presence":"\#(presence)""#), "\(capture.path)")
      }
      judged += result.text.contains(#""verdict":"unchanged""#) ? 1 : 0
    }
    // Some have enough samples for a verdict: else nothing at all would have been compared.
    #expect(judged > 0)
  }
}
