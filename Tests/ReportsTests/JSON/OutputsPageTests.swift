import TestSupport
import Testing

/// `docs/outputs.md` names the members of the schemas, and no others.
struct OutputsPageTests {
  /// Headings of the documents; objects inside have headings of their own (`analysis figure`).
  static let headings = [
    "flow": "Flows", "transaction": "Transactions", "event": "Events", "analysis": "Analysis",
    "comparison": "Comparison", "verdict": "Wireshark verdicts", "rules": "Rules",
  ]

  @Test(arguments: headings.keys.sorted())
  func membersAreThoseOfTheSchema(name: String) throws {
    let page = try OutputsPage()
    let heading = try #require(Self.headings[name])
    var expected: [String: Set<String>] = [:]
    for (object, members) in try SchemaFile(name).objects {
      let own = "\(name) \(object)"
      expected[page.sections[own] == nil ? heading : own, default: []].formUnion(members)
    }
    for (title, members) in expected {
      let section = try #require(page.sections[title])
      #expect(members.subtracting(section.names).sorted() == [], "\(title)")
      #expect(section.rows.subtracting(members).sorted() == [], "\(title)")
    }
  }

  @Test func everyRowHasAMeaning() throws {
    for line in try OutputsPage().lines where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.drop { $0 == " " } }
      #expect(cells.last?.isEmpty == false && cells.last?.hasPrefix("One of") == false, "\(line)")
    }
  }
}

/// The sections of `docs/outputs.md` by their headings.
private struct OutputsPage {
  struct Section {
    /// What is written as code anywhere in the section.
    var names: Set<String> = []
    /// What is in the first column of its tables.
    var rows: Set<String> = []
  }

  let lines: [Substring]
  private(set) var sections: [String: Section] = [:]

  init() throws {
    let path = Corpus.repositoryRoot + "/docs/outputs.md"
    let text = String(decoding: try FileBytes.read(path), as: UTF8.self)
    lines = text.split(separator: "\n")
    var heading = ""
    for line in lines {
      if line.hasPrefix("#") {
        heading = String(line.drop { $0 == "#" || $0 == " " })
        continue
      }
      sections[heading, default: Section()].names.formUnion(Self.code(in: line))
      guard line.hasPrefix("| `"), let cell = line.split(separator: "|").first else { continue }
      sections[heading, default: Section()].rows.formUnion(Self.code(in: cell))
    }
  }

  /// What is between backticks.
  private static func code(in text: Substring) -> [String] {
    text.matches(of: /`([^`]+)`/).map { String($0.output.1) }
  }
}
