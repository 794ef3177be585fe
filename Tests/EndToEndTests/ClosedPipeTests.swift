import TestSupport
import Testing

/// A reader that goes away early changes neither files nor what `--fail-on` says.
struct ClosedPipeTests {
  /// Runs a command on standard input whose reader has gone before the capture comes, so that every
  /// write meets no reader; its status.
  private static func status(_ command: String, reading capture: String) throws -> String {
    let directory = try TemporaryDirectory()
    let fifo = directory.file("fifo")
    let status = directory.file("status")
    let result = try Program.shell(
      """
      cd '\(directory.path)' && mkfifo '\(fifo)'
      { $APUS \(command) <'\(fifo)'; echo $? >'\(status)'; } |
        { exec <&-; cat '\(capture)' >'\(fifo)'; }
      """
    )
    #expect(result.errorText.isEmpty)
    return String(decoding: try FileBytes.read(status), as: UTF8.self)
  }

  @Test(
    arguments: [
      "--flows json", "--events apus", "--events wireshark", "--transactions csv", "--eve",
      "--explain-difference", "--json", "", "--flows json --zeek-logs logs",
      "--flows csv -o flows",
    ]
  )
  func failOnIsDecidedAllTheSame(options: String) throws {
    let sample = try SampleCapture.refused()
    let command = "analyze - --fail-on warning \(options)"
    #expect(try Self.status(command, reading: sample.path) == "3\n")
  }

  @Test(arguments: ["--flows json", "--json", ""])
  func withoutItTheEndIsQuiet(options: String) throws {
    let sample = try SampleCapture.refused()
    #expect(try Self.status("analyze - \(options)", reading: sample.path) == "0\n")
  }

  @Test(
    .enabled(if: Tool(built: "apus-generate") != nil, "needs apus-generate, which is built"),
    arguments: ["", "--json"]
  )
  func aComparisonIsDecidedAllTheSame(options: String) throws {
    let generate = try #require(Tool(built: "apus-generate"))
    let directory = try TemporaryDirectory()
    let (before, after) = (directory.file("before"), directory.file("after"))
    #expect(try generate.run(["service", before]).status == 0)
    #expect(try generate.run(["service", after, "--slower", "40"]).status == 0)
    let command = "compare '\(before)' - --fail-on regression \(options)"
    #expect(try Self.status(command, reading: after) == "3\n")
  }
}
