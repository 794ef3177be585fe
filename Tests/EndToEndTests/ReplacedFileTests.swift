import TestSupport
import Testing

/// What `-o` does with something that has the name already.
struct ReplacedFileTests {
  /// Runs a script in the folder of a sample, `refused.pcap`.
  private static func run(_ script: String) throws -> Tool.Result {
    let sample = try SampleCapture.refused()
    return try Program.shell("cd '\(sample.directory.path)'; \(script)")
  }

  @Test(arguments: ["600", "640", "664"])
  func aFileKeepsItsPermissions(mode: String) throws {
    let result = try Self.run(
      """
      umask 022; echo old >out; chmod \(mode) out
      $APUS analyze refused.pcap --json -o out
      test -n "$(find out -perm \(mode))" && head -c 10 out
      """
    )
    #expect(result.text == "{\"$schema\"")
  }

  @Test(arguments: ["analyze --json", "slice --filter tcp"])
  func aLinkStaysOneAndItsFileIsReplaced(command: String) throws {
    let result = try Self.run(
      """
      mkdir deep; echo old >deep/file; ln -s deep/file one; ln -s one two
      $APUS \(command) refused.pcap -o two 2>/dev/null
      echo $?; test -h two && test -h one && echo links; ls deep; grep -cx old deep/file
      """
    )
    #expect(result.lines == ["0", "links", "file", "0"])
  }

  @Test func aLinkThatLeadsNowhereIsAnError() throws {
    let result = try Self.run("ln -s absent out; $APUS analyze refused.pcap -o out; echo $?; ls")
    #expect(result.lines == ["1", "out", "refused.pcap"])
    #expect(result.errorText.contains("cannot create out: No such file or directory"))
  }

  @Test(
    .enabled(if: FileBytes.exists("/dev/stdout"), "needs /dev/stdout"),
    arguments: ["analyze --flows json", "slice --filter tcp"]
  )
  func standardOutputHasItsOtherNameToo(command: String) throws {
    let result = try Self.run(
      """
      $APUS \(command) refused.pcap -o - >expected 2>/dev/null
      ln -s /dev/stdout mine
      for name in /dev/stdout mine; do
        $APUS \(command) refused.pcap -o $name 2>/dev/null >file; echo $?
        cmp file expected; $APUS \(command) refused.pcap -o $name 2>/dev/null | cmp - expected
      done
      test -h mine && ls
      """
    )
    #expect(result.lines == ["0", "0", "expected", "file", "mine", "refused.pcap"])
  }

  @Test func aFileWithoutANameIsAnError() throws {
    let result = try Self.run("$APUS analyze refused.pcap -o ''; echo $?")
    #expect(result.lines == ["1"])
    #expect(result.errorText.contains("cannot create a file without a name"))
  }
}
