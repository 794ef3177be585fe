import TestSupport
import Testing

/// What the documentation tells people to type works as written.
///
/// In blocks fenced as `sh`, every line that begins with `apus` is run in a folder that holds the
/// sample capture, in the order of the page; it has to end with status 0.
struct DocumentationTests {
  static let pages =
    [
      "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md",
      "docs/adding-a-protocol.md", "docs/benchmarks.md", "docs/comparison.md",
      "docs/exit-status.md", "docs/filter.md", "docs/fuzzing.md", "docs/findings/README.md",
      "docs/outputs.md", "docs/protocols.md", "docs/tcp-analysis.md",
      "docs/report.md", "docs/report-format.md", "docs/wireshark-compatibility.md",
      "docs/zeek-compatibility.md",
      "docs/decisions/README.md",
    ] + findings + listed(in: "docs/decisions")

  static let findings = listed(in: "docs/findings")

  @Test func noPageIsForgotten() {
    #expect(Self.findings.count >= 37)
    #expect(Self.listed(in: "docs/decisions").count >= 15)
  }

  @Test(
    "What the page of a finding shows is that finding",
    .enabled(if: Tool(built: "apus-generate") != nil, "needs apus-generate, which is built"),
    arguments: findings
  )
  func theCommandsOfAFindingShowIt(page: String) throws {
    let generate = try #require(Tool(built: "apus-generate"))
    let folder = try TemporaryDirectory()
    let heading = try #require(try Self.text(of: page).split(separator: "\n").first)
    let title = try #require(heading.split(separator: ": ", maxSplits: 1).last)
    var shown = ""
    for command in try Self.shellLines(of: page) where command.hasPrefix("apus") {
      let words = command.split(separator: " ", maxSplits: 1)
      let program = words[0] == "apus" ? "$APUS" : "'\(generate.path)'"
      let line = "\(program) \(words[1])"
      let result = try Program.shell("cd '\(folder.path)' && \(line)")
      #expect(result.status == 0, "\(command)\n\(result.errorText)")
      shown += result.text
    }
    #expect(shown.contains(title), "\(page)\n\(shown)")
  }

  @Test(.enabled(if: Tool(built: "apus-generate") != nil, "needs apus-generate, which is built"))
  func theCommandsOfTheReadmeWork() throws {
    let commands = try Self.shellLines(of: "README.md").filter { $0.hasPrefix("apus ") }
    #expect(commands.count >= 5)
    let generate = try #require(Tool(built: "apus-generate"))
    let folder = try TemporaryDirectory()
    #expect(try generate.run(["sample", folder.file("sample.pcap")]).status == 0)
    for command in commands {
      let arguments = command.dropFirst("apus ".count)
      let result = try Program.shell("cd '\(folder.path)' && $APUS \(arguments)")
      #expect(result.status == 0, "\(command)\n\(result.errorText)")
    }
  }

  @Test(.enabled(if: Tool.isPresent("bash"), "needs bash"), arguments: pages)
  func everyCommandOfDevIsOne(page: String) throws {
    let bash = try #require(Tool("bash"))
    let usage = try bash.run([Corpus.repositoryRoot + "/dev", "--help"]).text
    for line in try Self.shellLines(of: page) where line.hasPrefix("./dev ") {
      let name = line.split(separator: " ")[1]
      #expect(usage.contains("\n  \(name) "), "\(line)")
    }
  }

  @Test(arguments: pages)
  func everyLinkLeadsSomewhere(page: String) throws {
    let folder = page.split(separator: "/").dropLast().map { $0 + "/" }.joined()
    for match in try Self.text(of: page).matches(of: /\]\(([^)#:]+)(#[^)]*)?\)/) {
      let path = Corpus.repositoryRoot + "/" + folder + match.output.1
      #expect(FileBytes.exists(path), "\(match.output.1)")
    }
  }

  /// The pages of a folder that its own README has a link to.
  private static func listed(in folder: String) -> [String] {
    let text = (try? text(of: folder + "/README.md")) ?? ""
    return text.matches(of: /^(?:- |\| )\[[^\]]*\]\(([^)\/]+\.md)\)/.anchorsMatchLineEndings())
      .map { "\(folder)/\($0.output.1)" }
  }

  private static func text(of page: String) throws -> String {
    String(decoding: try FileBytes.read(Corpus.repositoryRoot + "/" + page), as: UTF8.self)
  }

  /// The lines of the blocks fenced as `sh`.
  private static func shellLines(of page: String) throws -> [String] {
    var lines: [String] = []
    var isShell = false
    for line in try text(of: page).split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isShell = line == "```sh"
      } else if isShell {
        lines.append(String(line))
      }
    }
    return lines
  }
}
