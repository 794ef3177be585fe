import TestSupport
import Testing

/// Where output goes, and what happens when it cannot.
struct OutputTests {
  @Test func aFileGetsTheStreamAndStandardOutputTheSummary() throws {
    let sample = try SampleCapture.refused()
    let file = sample.directory.file("flows.jsonl")
    let result = try Program.run(["analyze", sample.path, "--flows", "json", "-o", file])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("Capture"))
    let lines = String(decoding: try FileBytes.read(file), as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.allSatisfy { $0.hasPrefix("{") && $0.hasSuffix("}") })
  }

  @Test func standardOutputHasTheStreamAlone() throws {
    let sample = try SampleCapture.refused()
    let result = try Program.run(["analyze", sample.path, "--flows", "json"])
    #expect(result.lines.count == 1)
    #expect(result.errors.isEmpty)
  }

  @Test func anExistingFileStaysWholeWhenTheRunFails() throws {
    let directory = try TemporaryDirectory()
    let file = directory.file("kept")
    try FileBytes.write(Array("precious".utf8), to: file)
    let result = try Program.run(["analyze", directory.file("missing"), "-o", file])
    #expect(result.status == 1)
    #expect(try FileBytes.read(file) == Array("precious".utf8))
    #expect(try Program.shell("ls '\(directory.path)'").lines == ["kept"])
  }

  @Test(arguments: ["--flows json", "--json", ""])
  func aClosedPipeEndsQuietly(options: String) throws {
    let sample = try SampleCapture.refused()
    let status = sample.directory.file("status")
    let fifo = sample.directory.file("fifo")
    // The reader closes its end before it feeds the program, so that every write meets no reader.
    let result = try Program.shell(
      """
      mkfifo '\(fifo)'
      { $APUS analyze - \(options) <'\(fifo)'; echo $? >'\(status)'; } |
        { exec <&-; cat '\(sample.path)' >'\(fifo)'; }
      """
    )
    #expect(result.errorText.isEmpty)
    #expect(try FileBytes.read(status) == Array("0\n".utf8))
  }

  @Test(
    .enabled(if: FileBytes.exists("/dev/full"), "needs /dev/full"),
    arguments: [
      ["analyze"], ["analyze", "--json"], ["analyze", "--flows", "csv"], ["info"],
    ]
  )
  func aFullDiskIsAnError(command: [String]) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.shell(
      "$APUS \(command.joined(separator: " ")) '\(sample.path)' >/dev/full"
    )
    #expect(result.status == 1)
    #expect(result.errorText.contains("no space left"))
  }

  @Test func outputIntoAMissingFolderIsAnError() throws {
    let sample = try SampleCapture.refused()
    let file = sample.directory.file("missing/file")
    let result = try Program.run(["analyze", sample.path, "-o", file])
    #expect(result.status == 1)
    #expect(result.errorText.contains("cannot create \(file)"))
  }
}
