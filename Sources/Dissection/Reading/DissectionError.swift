/// Why bytes are no message of a protocol.
package enum DissectionError: Error, Equatable, Sendable {
  /// The message needs more bytes than there are.
  case truncated
  /// A field has a value that the protocol rules out.
  case malformed(Flaw)
  /// A bound of Apus was reached before the message ended.
  case tooLarge

  /// What is wrong, in words for a report ("compression loop").
  package struct Flaw: Equatable, Sendable, ExpressibleByStringLiteral {
    package let text: String

    package init(stringLiteral text: StaticString) { self.text = text.description }
  }
}
