import Analysis
import TestSupport
import Testing

/// The pages of docs/findings and the rules in the program say the same.
struct FindingPageTests {
  private static let folder = Corpus.repositoryRoot + "/docs/findings/"

  private static func page(_ name: String) throws -> String {
    String(decoding: try FileBytes.read(folder + name + ".md"), as: UTF8.self)
  }

  /// The text with line ends and runs of spaces as one space.
  private static func joined(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test(arguments: RuleDescription.all.map(\.kind))
  func thePageSaysWhatTheRuleSays(_ kind: FindingKind) throws {
    let rule = kind.rule
    let page = Self.joined(try Self.page(kind.rawValue))
    let (mildest, worst) = (rule.severities.lowerBound, rule.severities.upperBound)
    let severities =
      mildest == worst ? mildest.rawValue : "\(mildest.rawValue) to \(worst.rawValue)"
    var parts = ["# \(kind.rawValue): \(rule.title)", "Severity: \(severities).", rule.why]
    parts += ["Source: \(rule.source).", rule.advice]
    for threshold in rule.thresholds {
      parts.append("| `\(threshold.name)` | \(threshold.value.text) | \(threshold.meaning) |")
    }
    for part in parts { #expect(page.contains(Self.joined(part)), "\(part)") }
  }

  @Test func theIndexListsEveryRule() throws {
    let index = try Self.page("README")
    for rule in RuleDescription.all {
      let name = rule.kind.rawValue
      #expect(index.contains("| [\(name)](\(name).md) | \(rule.title) |"))
    }
  }
}
