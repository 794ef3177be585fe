import TestSupport
import Testing

/// Where the page goes, and what it cannot be talked into.
struct ReportOutputTests {
  @Test func thePageComesWithTheSummary() throws {
    let sample = try SampleCapture.refused()
    let run = try ReportRun([sample.path])
    #expect(run.result.status == 0)
    #expect(run.result.text.hasPrefix("Capture") || run.result.text.hasPrefix("Findings"))
    #expect(try run.page.table("flows").texts("state") == ["REJ"])
  }

  @Test func thePageGoesWithEverythingElse() throws {
    let sample = try SampleCapture.refused()
    let folder = sample.directory
    let result = try Program.shell(
      """
      $APUS analyze '\(sample.path)' --html '\(folder.file("a.html"))' --zeek-logs \
      '\(folder.file("logs"))' --flows json -o '\(folder.file("flows"))' --json --fail-on critical
      """
    )
    #expect(result.status == 0, "\(result.errorText)")
    #expect(result.text.hasPrefix("{\"$schema\""))
    #expect(FileBytes.exists(folder.file("logs/conn.log")))
    #expect(try ReportPage(FileBytes.read(folder.file("a.html"))).table("flows").rows == 1)
  }

  @Test func standardOutputTakesThePageInThePlaceOfTheSummary() throws {
    let sample = try SampleCapture.refused()
    let result = try Program.run(["analyze", sample.path, "--html", "-"])
    #expect(result.text.hasPrefix("<!doctype html>") && result.text.hasSuffix("</html>\n"))
    #expect(try ReportPage(result.output).table("flows").rows == 1)
    let both = try Program.run(["analyze", sample.path, "--html", "-", "--flows", "json"])
    #expect(both.status == 1 && both.output.isEmpty)
    #expect(both.errorText.contains("give each a name of its own"))
  }

  @Test func anOutputIsNotWrittenTwice() throws {
    let sample = try SampleCapture.refused()
    let file = sample.directory.file("out")
    for other in [file, sample.directory.path + "/./out"] {
      let result = try Program.run(["analyze", sample.path, "--html", file, "-o", other])
      #expect(result.status == 1)
      #expect(result.errorText.contains("give each a name of its own"))
    }
    #expect(!FileBytes.exists(file))
  }

  @Test func anInputIsNeverReplaced() throws {
    let sample = try SampleCapture.refused()
    let before = try FileBytes.read(sample.path)
    let result = try Program.run(["analyze", sample.path, "--html", sample.path])
    #expect(result.status == 1)
    #expect(try FileBytes.read(sample.path) == before)
  }

  @Test func anOldPageStaysWholeWhenTheRunFails() throws {
    let directory = try TemporaryDirectory()
    let file = try directory.write(Array("old".utf8), to: "page.html")
    #expect(try Program.run(["analyze", directory.file("missing"), "--html", file]).status == 1)
    #expect(try FileBytes.read(file) == Array("old".utf8))
    #expect(try Program.shell("ls '\(directory.path)'").lines == ["page.html"])
  }

  @Test func whatCannotBeMeantIsRefused() throws {
    let sample = try SampleCapture.refused()
    for arguments in [["--html", ""], ["--list-findings", "--html", "x"]] {
      #expect(try Program.run(["analyze", sample.path] + arguments).status == 64)
    }
  }

  @Test(arguments: ["</script><script>alert(1)</script>", "\u{202e}<b>\u{7}"])
  func aNameOfACaptureIsNoMarkup(name: String) throws {
    let ordinary = try SampleCapture.refused()
    let plain = try ReportRun([ordinary.path]).page.text
    // A slash cannot be in a name of a file.
    let file = name.split(separator: "/").joined(separator: "\u{2215}") + ".pcap"
    let named = try SampleCapture.refused(file)
    let text = try ReportRun([named.path]).page.text
    #expect(Self.elements(text) == Self.elements(plain))
    #expect(!text.contains("\u{202e}"))
  }

  private static func elements(_ text: String) -> Int {
    text.utf8.count { $0 == UInt8(ascii: "<") }
  }
}
