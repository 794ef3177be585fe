import TestSupport
import Testing

/// What the documentation tells people to type works as written.
///
/// In blocks fenced as `sh`, every line that begins with `apus` is run in a folder that holds the
/// sample capture, in the order of the page; it has to end with status 0.
struct DocumentationTests {
  static let pages = [
    "README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md",
    "docs/adding-a-protocol.md", "docs/exit-status.md", "docs/filter.md",
    "docs/findings/README.md", "docs/outputs.md", "docs/tcp-analysis.md",
    "docs/wireshark-compatibility.md", "docs/zeek-compatibility.md", "docs/protocols.md",
    "docs/decisions/README.md",
  ]

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
