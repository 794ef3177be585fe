import TestSupport
import Testing

/// The statuses that scripts rely on; `docs/exit-status.md`.
struct ExitStatusTests {
  @Test(
    arguments: [
      ([], 0), (["--fail-on", "warning"], 3), (["--fail-on", "critical"], 0),
      (["--filter", "port 81", "--fail-on", "warning"], 0),
      (["--flows", "csv", "--fail-on", "warning"], 3),
    ] as [([String], Int32)]
  )
  func findingsDecideWithFailOn(options: [String], status: Int32) throws {
    let sample = try SampleCapture.refused()
    #expect(try Program.run(["analyze", sample.path] + options).status == status)
  }

  @Test(arguments: ["analyze", "info"])
  func whatCannotBeReadIsAnError(command: String) throws {
    let directory = try TemporaryDirectory()
    let empty = directory.file("empty")
    try FileBytes.write([], to: empty)
    let text = directory.file("text")
    try FileBytes.write(Array("this is not a capture".utf8), to: text)
    for path in [directory.file("missing"), directory.path, empty, text] {
      let result = try Program.run([command, path])
      #expect(result.status == 1, "\(path)")
      #expect(result.errorText.hasPrefix("apus: error: "))
      #expect(result.errorText.contains(path))
      #expect(result.output.isEmpty || command == "info")
    }
  }

  @Test(arguments: [[], ["--json"], ["--table"]])
  func infoGoesOnBehindAFileThatCannotBeRead(options: [String]) throws {
    let sample = try SampleCapture.refused()
    let absent = sample.directory.file("absent")
    let result = try Program.run(["info", absent, sample.path, absent, sample.path] + options)
    #expect(result.status == 1)
    #expect(result.errorText.split(separator: "\n").count == 2)
    let alone = try Program.run(["info", sample.path, sample.path] + options)
    #expect(result.output == alone.output)
  }

  @Test func damageIsReadAroundAndReported() throws {
    let sample = try SampleCapture.refused()
    let bytes = try FileBytes.read(sample.path)
    try FileBytes.write(bytes.dropLast(5), to: sample.path)
    for command in [["analyze"], ["info"], ["analyze", "--flows", "json"]] {
      let result = try Program.run(command + [sample.path])
      #expect(result.status == 2)
      #expect(result.errorText.contains("damaged at byte"))
      #expect(!result.output.isEmpty)
    }
  }

  @Test func findingsCountMoreThanDamage() throws {
    let sample = try SampleCapture.refused()
    let bytes = try FileBytes.read(sample.path)
    try FileBytes.write(bytes + [1, 2, 3], to: sample.path)
    let result = try Program.run(["analyze", sample.path, "--fail-on", "warning"])
    #expect(result.status == 3)
  }

  @Test(arguments: [
    ["analyze"], ["analyze", "-", "-"], ["analyze", "a", "--threads", "0"],
    ["analyze", "a", "--top", "-1"], ["analyze", "a", "--filter", "host"],
    ["analyze", "a", "--flows", "csv", "--events", "apus"], ["analyze", "a", "--fail-on", "ok"],
    ["analyze", "a", "--no-findings", "--fail-on", "critical"],
    ["analyze", "a", "--list-findings"], ["analyze", "--list-findings", "--flows", "csv"],
    ["analyze", "--list-findings", "--zeek-logs", "b"],
    ["analyze", "--list-findings", "--filter", "tcp"], ["analyze", "--list-findings", "--recover"],
    ["analyze", "--list-findings", "--protocols", "dns"],
    ["analyze", "--list-findings", "--zeek-format", "tsv"],
    ["analyze", "--list-findings", "--oui", "b"], ["analyze", "--list-findings", "--top", "1"],
    ["analyze", "a", "--flows", "csv", "--json"], ["analyze", "a", "--eve", "--top", "1"],
    ["analyze", "a", "--flows", "csv", "--json", "-o", "-"],
    ["analyze", "a", "--oui", "b"], ["analyze", "a", "--flows", "json", "--oui", "b"],
    ["analyze", "a", "--geoip", "b"], ["analyze", "a", "--flows", "csv", "--geoip", "b"],
    ["analyze", "a", "--events-format", "csv"], ["analyze", "a", "--filter", "frame 0"],
    ["info", "a", "--json", "-T"], ["slice", "a", "-o", "b"], ["slice", "a", "--flow", "1"],
    ["slice", "-", "--flow", "1", "-o", "b"], ["nonsense"],
  ])
  func wrongCommandLinesAreUsageErrors(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 64)
    #expect(result.errorText.contains("Usage: apus"))
    #expect(result.output.isEmpty)
  }

  @Test(arguments: [
    ("info", "<files> ..."), ("slice", "<files> ..."), ("analyze", "[<files> ...]"),
  ])
  func helpSaysWhetherCapturesAreNeeded(command: String, files: String) throws {
    let result = try Program.run([command, "--help"])
    #expect(result.text.contains(files))
    #expect(result.text.contains("[<files> ...]") == (command == "analyze"))
    #expect(try Program.run([command]).status == 64)
  }

  @Test(arguments: [
    ["--version"], ["--help"], ["help", "analyze"], ["slice", "--help"],
    ["--generate-completion-script", "bash"], ["--generate-completion-script", "zsh"],
    ["--generate-completion-script", "fish"],
  ])
  func helpIsNoError(arguments: [String]) throws {
    let result = try Program.run(arguments)
    #expect(result.status == 0)
    #expect(result.text.contains("apus"))
  }
}
