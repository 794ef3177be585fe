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

  @Test(arguments: ["analyze --json", "analyze --flows csv", "slice --filter tcp"])
  func anInputIsNeverReplaced(command: String) throws {
    let sample = try SampleCapture.refused()
    let before = try FileBytes.read(sample.path)
    // The same file by another name.
    let link = sample.directory.file("link")
    let result = try Program.shell(
      "ln '\(sample.path)' '\(link)'; $APUS \(command) '\(sample.path)' -o '\(link)'"
    )
    #expect(result.status == 1)
    #expect(result.errorText.contains("give the output another name"))
    #expect(try FileBytes.read(sample.path) == before)
    #expect(try FileBytes.read(link) == before)
  }

  @Test(arguments: ["-o", "--flows csv -o", "--zeek-logs . -o"])
  func aListOfNamesIsNeverReplaced(options: String) throws {
    let sample = try SampleCapture.refused()
    let list = Array("MA-L,002272,Acme,X\n".utf8)
    let names = try sample.directory.write(list, to: "oui.csv")
    let result = try Program.shell(
      """
      cd '\(sample.directory.path)'
      $APUS analyze refused.pcap --json --oui oui.csv \(options) ./oui.csv
      """
    )
    #expect(result.status == 1)
    #expect(result.errorText.contains("give the output another name"))
    #expect(try FileBytes.read(names) == list)
  }

  @Test(arguments: ["-o conn.log", "--zeek-logs ."])
  func aDatabaseIsNeverReplaced(option: String) throws {
    let sample = try SampleCapture.refused()
    let database = try sample.directory.write(DatabaseFile().bytes, to: "conn.log")
    let result = try Program.shell(
      "cd '\(sample.directory.path)'; $APUS analyze refused.pcap --json --geoip conn.log \(option)"
    )
    #expect(result.status == 1)
    #expect(result.errorText.contains("conn.log is read"))
    #expect(try FileBytes.read(database) == DatabaseFile().bytes)
  }

  /// Names of files may hold anything; messages go to terminals.
  @Test(arguments: [
    "info", "analyze --nonsense", "", "analyze --filter", "analyze x -o", "compare x",
    "analyze --json --oui", "analyze --json --geoip", "analyze --flows",
  ])
  func messagesDriveNoTerminal(command: String) throws {
    let result = try Program.shell(
      #"$APUS \#(command) "$(printf 'a\033[31mb\nc\302\233d\342\200\256')" /nowhere"#
    )
    #expect(result.status != 0)
    #expect(!result.errors.isEmpty)
    let scalars = result.errorText.unicodeScalars
    #expect(!scalars.contains { ["\u{1b}", "\u{9b}", "\u{202e}"].contains($0) })
    #expect(!result.errorText.contains("b\nc"))
  }

  @Test(arguments: ["analyze --json", "slice --filter tcp"], ["TERM", "HUP"])
  func aSignalLeavesNoUnfinishedFile(command: String, signal: String) throws {
    let directory = try TemporaryDirectory()
    // Opening the pipe waits until the program reads it; its output file exists by then.
    let result = try Program.shell(
      """
      cd '\(directory.path)' && mkfifo input
      $APUS \(command) input -o output & program=$!
      exec 3>input
      ls
      kill -\(signal) $program
      wait $program
      echo $?
      ls
      """
    )
    let status = signal == "TERM" ? "143" : "129"
    #expect(result.lines.count == 4)
    #expect(result.lines[1].hasPrefix("output.") && result.lines[1].hasSuffix(".part"))
    #expect(result.lines.suffix(2) == [Substring(status), "input"])
  }

  @Test(arguments: ["analyze --json", "slice --filter tcp"])
  func aPipeStaysAPipe(command: String) throws {
    let sample = try SampleCapture.refused()
    let pipe = sample.directory.file("pipe")
    let result = try Program.shell(
      """
      mkfifo '\(pipe)'
      $APUS \(command) '\(sample.path)' -o '\(pipe)' & program=$!
      cat '\(pipe)'
      wait $program
      echo "status $?"
      test -p '\(pipe)' && echo pipe
      """
    )
    #expect(result.output.count > 100)
    #expect(result.output.suffix(14) == Array("status 0\npipe\n".utf8))
  }

  @Test func anotherRunsUnfinishedFileIsNotTakenOver() throws {
    let sample = try SampleCapture.refused()
    // The shell's number stays that of the program that takes its place.
    let result = try Program.shell(
      """
      cd '\(sample.directory.path)'
      sh -c 'echo theirs >output.$$.part; ln -s refused.pcap output.$$-1.part
        exec "$0" analyze refused.pcap --json -o output' "$APUS"
      echo $?; cat output.*[0-9].part; ls | wc -l; head -c 10 output
      """
    )
    #expect(result.lines.first == "0")
    #expect(result.text.contains("theirs"))
    #expect(result.lines.last == "{\"$schema\"")
  }

  @Test func outputIntoAMissingFolderIsAnError() throws {
    let sample = try SampleCapture.refused()
    let file = sample.directory.file("missing/file")
    let result = try Program.run(["analyze", sample.path, "-o", file])
    #expect(result.status == 1)
    #expect(result.errorText.contains("cannot create \(file)"))
  }
}
