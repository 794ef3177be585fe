/// A word or sign of a filter with its place.
struct FilterToken: Equatable {
  var text: Substring
  /// Offset into the filter in UTF-8 bytes.
  var position: Int

  /// Splits a filter at white space and at the signs `(`, `)`, `!`, `&&`, `||`.
  static func tokens(of filter: String) -> [FilterToken] {
    var tokens: [FilterToken] = []
    var rest = filter[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
        continue
      }
      let length = signLength(rest) ?? rest.prefix { !$0.isWhitespace && !isSign($0) }.count
      let text = rest.prefix(length)
      let position = filter.utf8.distance(from: filter.startIndex, to: text.startIndex)
      tokens.append(FilterToken(text: text, position: position))
      rest = rest.dropFirst(length)
    }
    return tokens
  }

  private static func isSign(_ character: Character) -> Bool { "()!&|".contains(character) }

  private static func signLength(_ text: Substring) -> Int? {
    guard let first = text.first, isSign(first) else { return nil }
    return text.hasPrefix("&&") || text.hasPrefix("||") ? 2 : 1
  }
}
