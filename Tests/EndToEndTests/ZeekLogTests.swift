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

  @Test func aRunThatFailsLeavesNoLogs() throws {
    let sample = try SampleCapture.refused()
    let folder = sample.directory.file("logs")
    let result = try Program.shell(
      "$APUS analyze '\(sample.path)' --zeek-logs '\(folder)' --json >/dev/full; ls '\(folder)'"
    )
    #expect(result.lines.allSatisfy { !$0.hasSuffix(".part") })
    let absent = sample.directory.file("absent")
    let other = sample.directory.file("other")
    _ = try Program.run(["analyze", absent, "--zeek-logs", other])
    #expect(try Program.shell("ls '\(other)'").lines.isEmpty)
  }
}
