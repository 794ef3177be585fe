/// A filter's text that is not of the filter language: where, and what would have been.
package struct FilterError: Error, Equatable, Sendable {
  /// Offset into the text in UTF-8 bytes, from 0; the text's length where it ends too early.
  package var position: Int
  /// What the filter has there, or `nil` at its end.
  package var found: String?
  /// What was expected there, in words.
  package var expected: String

  package init(position: Int, found: String?, expected: String) {
    self.position = position
    self.found = found
    self.expected = expected
  }
}

extension FilterError: CustomStringConvertible {
  package var description: String {
    let place = found.map { "'\($0)'" } ?? "the end"
    return "filter, column \(position + 1): expected \(expected) instead of \(place)"
  }
}
