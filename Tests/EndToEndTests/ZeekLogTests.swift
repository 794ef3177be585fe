import TestSupport
import Testing

/// `apus analyze --zeek-logs`.
struct ZeekLogTests {
  private static let capture = Corpus.path(for: "zeek__tunnels-Teredo.pcap")

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func logsGoToAFolderAndTheSummaryToStandardOutput() throws {
    let directory = try TemporaryDirectory()
    let folder = directory.file("logs")
    let result = try Program.run(["analyze", Self.capture, "--zeek-logs", folder])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("Capture"))
    let listing = try Program.shell("ls '\(folder)'").lines
    #expect(listing == ["conn.log", "dns.log", "http.log"])
    let dns = String(decoding: try FileBytes.read(folder + "/dns.log"), as: UTF8.self)
    #expect(dns.hasPrefix("#separator \\x09\n"))
    #expect(dns.split(separator: "\n").last?.hasPrefix("#close\t") == true)
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func logsGoTogetherWithAStream() throws {
    let directory = try TemporaryDirectory()
    let folder = directory.path
    let result = try Program.run([
      "analyze", Self.capture, "--zeek-logs", folder, "--zeek-format", "json",
      "--protocols", "dns", "--flows", "csv",
    ])
    #expect(result.status == 0)
    #expect(result.text.hasPrefix("id,"))
    #expect(!FileBytes.exists(folder + "/http.log"))
    let dns = String(decoding: try FileBytes.read(folder + "/dns.log"), as: UTF8.self)
    #expect(dns.hasPrefix("{\"ts\":"))
  }

  @Test func theFormatGoesWithTheFolder() throws {
    let result = try Program.run(["analyze", "-", "--zeek-format", "json"])
    #expect(result.status == 64)
    #expect(result.errorText.contains("--zeek-format goes with --zeek-logs"))
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func eveIsAStreamOfItsOwn() throws {
    let result = try Program.run(["analyze", Self.capture, "--eve"])
    #expect(result.status == 0)
    #expect(result.lines.allSatisfy { $0.hasPrefix("{\"timestamp\":\"2008-05-16T") })
    #expect(result.text.contains("\"event_type\":\"dns\""))
    let both = try Program.run(["analyze", Self.capture, "--eve", "--flows", "json"])
    #expect(both.status == 64)
  }

  @Test func aFolderThatCannotBeIsAnError() throws {
    let sample = try SampleCapture.refused()
    let missing = sample.directory.file("missing/logs")
    let result = try Program.run(["analyze", sample.path, "--zeek-logs", missing])
    #expect(result.status == 1)
    #expect(result.errorText.contains("cannot create folder \(missing)"))
    let taken = try Program.run(["analyze", sample.path, "--zeek-logs", sample.path])
    #expect(taken.status == 1)
    #expect(taken.errorText.contains("cannot create folder \(sample.path)"))
  }

  @Test(
    .enabled(if: FileBytes.exists("/dev/full"), "needs /dev/full"),
    arguments: ["--json", "", "--flows csv", "--flows csv -o flows"]
  )
  func aRunThatFailsLeavesNoFiles(options: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.shell(
      """
      cd '\(sample.directory.path)'
      $APUS analyze '\(sample.path)' --zeek-logs logs \(options) >/dev/full
      echo $?
      ls
      """
    )
    #expect(result.lines == ["1", "refused.pcap"])
  }

  @Test func whereThereIsNoCaptureThereIsNoFolder() throws {
    let directory = try TemporaryDirectory()
    let result = try Program.shell(
      """
      cd '\(directory.path)' && mkdir mine
      $APUS analyze absent --zeek-logs new; $APUS analyze absent --zeek-logs mine; ls -A . mine
      """
    )
    #expect(result.lines == [".:", "mine", "mine:"])
  }

  @Test(arguments: ["weird.log", "conn.log", "x509.log"])
  func logsOfSomebodyElseAreLeftAlone(name: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.shell(
      """
      cd '\(sample.directory.path)' && mkdir logs && echo theirs >logs/\(name)
      $APUS analyze refused.pcap --zeek-logs logs
      echo $?; ls -A logs; cat logs/\(name)
      """
    )
    #expect(result.lines == ["1", Substring(name), "theirs"])
    #expect(result.errorText.contains("logs/\(name) was not written by apus"))
  }

  @Test(arguments: ["--flows json", "--transactions json", "--json", ""])
  func logsAreCompletedWhenNobodyReadsTheStream(options: String) throws {
    let sample = try SampleCapture.refused()
    let fifo = sample.directory.file("fifo")
    let result = try Program.shell(
      """
      cd '\(sample.directory.path)' && mkfifo fifo
      { $APUS analyze - --zeek-logs logs \(options) <fifo; echo $? >status; } |
        { exec <&-; cat '\(sample.path)' >'\(fifo)'; }
      cat status; ls logs; tail -n 1 logs/conn.log
      """
    )
    #expect(result.errorText.isEmpty)
    #expect(result.lines.prefix(2) == ["0", "conn.log"])
    #expect(result.lines.last?.hasPrefix("#close\t") == true)
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"))
  func logsOfAnEarlierRunAreNotLeftBesideThoseOfThisOne() throws {
    let sample = try SampleCapture.refused()
    let folder = sample.directory.file("logs")
    #expect(try Program.run(["analyze", Self.capture, "--zeek-logs", folder]).status == 0)
    try FileBytes.write([], to: folder + "/files.log")
    #expect(try Program.run(["analyze", sample.path, "--zeek-logs", folder]).status == 0)
    #expect(try Program.shell("ls '\(folder)'").lines == ["conn.log", "files.log"])
  }

  @Test(arguments: ["logs/conn.log", "./logs/../logs/http.log", "other/dns.log"])
  func anOutputIsNoLogOfTheFolder(output: String) throws {
    let sample = try SampleCapture.refused()
    let result = try Program.shell(
      """
      cd '\(sample.directory.path)' && ln -s logs other && mkdir logs
      $APUS analyze '\(sample.path)' --flows zeek -o \(output) --zeek-logs logs
      echo $?
      ls logs
      """
    )
    #expect(result.lines == ["1"])
    #expect(result.errorText.contains("\(output) is a log of --zeek-logs"))
  }

  @Test func anInputInTheFolderIsNeitherReplacedNorRemoved() throws {
    for name in ["conn.log", "dns.log"] {
      let sample = try SampleCapture.refused(name)
      let before = try FileBytes.read(sample.path)
      let result = try Program.run([
        "analyze", sample.path, "--zeek-logs", sample.directory.path,
      ])
      #expect(result.status == 1)
      #expect(result.errorText.contains("give the output another name"))
      #expect(try FileBytes.read(sample.path) == before)
    }
  }

  @Test func identifiersTellCapturesApartAndAreTheSameInEveryRun() throws {
    let one = try SampleCapture.refused()
    let other = try SampleCapture.refused(port: 40_001)
    let first = try Self.identifiers(one.path)
    #expect(Set(first.map(\.count)) == [1])
    #expect(try Self.identifiers(one.path) == first)
    for (mine, theirs) in zip(first, try Self.identifiers(other.path)) {
      #expect(mine.isDisjoint(with: theirs))
    }
    // The logs of a folder and the log alone agree.
    #expect(first[0] == first[1])
  }

  /// The `uid` of `--flows zeek` and `--zeek-logs`, and the `flow_id` of EVE.
  private static func identifiers(_ capture: String) throws -> [Set<String>] {
    let result = try Program.shell(
      """
      cd "$(dirname '\(capture)')"
      $APUS analyze '\(capture)' --flows zeek-json
      $APUS analyze '\(capture)' --zeek-logs logs --zeek-format json >summary && cat logs/conn.log
      $APUS analyze '\(capture)' --eve
      """
    )
    #expect(result.status == 0)
    #expect(result.lines.count == 3)
    return result.lines.map { line in
      Set(line.matches(of: /"(uid|flow_id)":"?(\w+)/).map { String($0.output.2) })
    }
  }
}
