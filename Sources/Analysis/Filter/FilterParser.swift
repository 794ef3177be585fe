/// Reads the filter language by recursive descent.
///
/// ```
/// expression = term { ("or" | "||") term }
/// term       = factor { ("and" | "&&") factor }
/// factor     = ("not" | "!") factor | "(" expression ")" | primitive
/// ```
struct FilterParser {
  let tokens: [FilterToken]
  /// Length of the text in UTF-8 bytes.
  let length: Int
  var next = 0
  /// VLAN ids that VLAN tests refer to by index.
  var vlans: [UInt16?] = []
  private var depth = 0

  init(_ text: String) throws(FilterError) {
    length = text.utf8.count
    guard length <= PacketFilter.maximumLength else {
      throw FilterError(
        position: PacketFilter.maximumLength,
        found: "\(length) bytes",
        expected: "at most \(PacketFilter.maximumLength) bytes"
      )
    }
    tokens = FilterToken.tokens(of: text)
  }

  mutating func parse() throws(FilterError) -> FilterNode {
    let node = try expression()
    guard peek == nil else { throw failure("'and', 'or' or the end") }
    return node
  }

  private mutating func expression() throws(FilterError) -> FilterNode {
    var terms = [try term()]
    while accept("or", "||") { terms.append(try term()) }
    return terms.count == 1 ? terms[0] : .any(terms)
  }

  private mutating func term() throws(FilterError) -> FilterNode {
    var factors = [try factor()]
    while accept("and", "&&") { factors.append(try factor()) }
    return factors.count == 1 ? factors[0] : .all(factors)
  }

  private mutating func factor() throws(FilterError) -> FilterNode {
    guard depth < PacketFilter.maximumDepth else {
      throw failure("no more than \(PacketFilter.maximumDepth) levels of nesting")
    }
    depth += 1
    defer { depth -= 1 }
    if accept("not", "!") { return .not(try factor()) }
    guard accept("(") else { return try primitive() }
    let inner = try expression()
    guard accept(")") else { throw failure("'and', 'or' or ')'") }
    return inner
  }

  // MARK: Tokens

  /// The text of the next token, or `nil` at the end.
  var peek: Substring? { next < tokens.count ? tokens[next].text : nil }

  /// Takes the next token if it is one of `words`.
  mutating func accept(_ words: String...) -> Bool {
    guard let peek, words.contains(String(peek)) else { return false }
    next += 1
    return true
  }

  /// Takes the next token through `read`, or fails with what was expected of it.
  mutating func take<Value>(
    _ expected: String,
    _ read: (Substring) -> Value?
  ) throws(FilterError) -> Value {
    guard let text = peek, let value = read(text) else { throw failure(expected) }
    next += 1
    return value
  }

  /// An error about the next token.
  func failure(_ expected: String) -> FilterError {
    guard next < tokens.count else {
      return FilterError(position: length, found: nil, expected: expected)
    }
    return FilterError(
      position: tokens[next].position,
      found: String(tokens[next].text),
      expected: expected
    )
  }
}
