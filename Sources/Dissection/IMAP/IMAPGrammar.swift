/// The dialogue of IMAP (RFC 9051), whose replies name their commands by tag.
package struct IMAPGrammar: CommandGrammar {
  /// Tags of commands whose answer matters: TLS and logins.
  private var secure: [UInt8]?
  private var login: [UInt8]?
  /// Tags of commands that carry no secret and wait for replies; at most ``CommandLimits/pending``.
  private var harmless: [[UInt8]] = []
  /// The server's challenges are answered (RFC 9051 §6.2.2).
  private var isAuthenticating = false
  /// The client is inside a command that a literal interrupted.
  package private(set) var isInsideCommand = false

  /// Beginnings of commands that carry no secret.
  private static let harmlessCommands: [StaticString] = [
    "APPEND ", "CAPABILITY", "CHECK", "CLOSE", "COPY ", "CREATE ", "DELETE ", "ENABLE ", "EXAMINE ",
    "EXPUNGE", "FETCH ", "GETQUOTA", "ID ", "IDLE", "LIST ", "LOGOUT", "LSUB ", "MOVE ",
    "NAMESPACE",
    "NOOP", "RENAME ", "SEARCH ", "SELECT ", "SORT ", "STARTTLS", "STATUS ", "STORE ", "SUBSCRIBE ",
    "THREAD ", "UID ", "UNSELECT", "UNSUBSCRIBE ",
  ]

  package init() {}

  /// Commands that a client begins with.
  private static let openings: [StaticString] = [
    "CAPABILITY", "LOGIN ", "STARTTLS", "AUTHENTICATE ", "ID ", "NOOP",
  ]

  /// Letters, digits and the signs that clients make tags of; RFC 9051 §9 allows more.
  private static func isTagCharacter(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$")
  }

  package static func recognise(_ start: RawSpan) -> Recognition {
    let bytes = start.extracting(..<min(start.byteCount, 64)).withUnsafeBytes { Array($0) }
    if bytes.first == UInt8(ascii: "*") {
      guard bytes.count >= 5 else { return .needsMore }
      return isGreeting(bytes[...]) ? .yes(.server) : .no
    }
    let tag = bytes.prefix { isTagCharacter($0) }
    guard !tag.isEmpty, tag.count <= 32 else { return bytes.isEmpty ? .needsMore : .no }
    let rest = bytes.dropFirst(tag.count)
    guard rest.first == UInt8(ascii: " ") else { return rest.isEmpty ? .needsMore : .no }
    let line = rest.dropFirst()
    if openings.contains(where: { line.starts(withIgnoringCase: $0) }) { return .yes(.client) }
    let isBeginning = openings.contains { opening in
      opening.withUTF8Buffer { wanted in
        line.count < wanted.count
          && zip(line, wanted).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
      }
    }
    return isBeginning ? .needsMore : .no
  }

  package static func isGreeting(_ line: ArraySlice<UInt8>) -> Bool {
    let greetings: [StaticString] = ["* OK", "* PREAUTH", "* BYE"]
    return greetings.contains { line.starts(withIgnoringCase: $0) }
  }

  package mutating func command(
    _ line: ArraySlice<UInt8>,
    _ session: inout CommandSession
  ) -> CommandMode {
    var rest = line
    let tag = Array(rest.removeField(upTo: UInt8(ascii: " ")))
    if isInsideCommand {
      // Not a command of its own.
      session.commands &-= 1
    } else if rest.starts(withIgnoringCase: "STARTTLS") {
      secure = tag
    } else if rest.starts(withIgnoringCase: "LOGIN ") {
      login = tag
      session.user = Self.user(rest.dropFirst(6))
    } else if rest.starts(withIgnoringCase: "AUTHENTICATE ") {
      login = tag
      isAuthenticating = true
    } else if harmless.count < CommandLimits.pending,
      Self.harmlessCommands.contains(where: { rest.starts(withIgnoringCase: $0) })
    {
      harmless.append(tag)
    }
    let literal = Self.literal(line)
    isInsideCommand = literal != nil
    return literal.map { .bytes($0) } ?? .lines
  }

  package mutating func reply(
    _ line: ArraySlice<UInt8>,
    _ session: inout CommandSession
  ) -> CommandMode {
    if let literal = Self.literal(line) { return .bytes(literal) }
    var rest = line
    let tag = Array(rest.removeField(upTo: UInt8(ascii: " ")))
    if tag == [UInt8(ascii: "+")] { return isAuthenticating ? .secret : .lines }
    guard tag != [UInt8(ascii: "*")] else { return .lines }
    if tag == login { isAuthenticating = false }
    let position = harmless.firstIndex(of: tag)
    if let position { harmless.remove(at: position) }
    let isAccepted = rest.starts(withIgnoringCase: "OK")
    guard isAccepted else {
      let isRefused =
        rest.starts(withIgnoringCase: "NO") || rest.starts(withIgnoringCase: "BAD")
      // The code comes behind the tag.
      let isHarmless = session.isWhole && position != nil && tag != login
      if isRefused { session.refuse(isHarmless ? line : rest, ofHarmless: isHarmless) }
      return .lines
    }
    session.accept()
    if tag == login { session.isLoggedIn = true }
    return tag == secure ? .secured : .lines
  }

  package mutating func endContent() {}

  /// The first argument of LOGIN, without its quotes; `nil` where it is a literal.
  private static func user(_ arguments: ArraySlice<UInt8>) -> String? {
    guard arguments.first == UInt8(ascii: "\"") else {
      let name = arguments.prefix { !$0.isBlank }
      return name.first == UInt8(ascii: "{") ? nil : name.text(limit: CommandLimits.text)
    }
    return arguments.dropFirst().prefix { $0 != UInt8(ascii: "\"") }
      .text(limit: CommandLimits.text)
  }

  /// The size that a line announces of a literal after it: `{12}` or `{12+}` (RFC 9051 §4.3).
  private static func literal(_ line: ArraySlice<UInt8>) -> Int64? {
    guard line.last == UInt8(ascii: "}"), let open = line.lastIndex(of: UInt8(ascii: "{")) else {
      return nil
    }
    var digits = line[(open + 1)...].dropLast()
    if digits.last == UInt8(ascii: "+") { digits.removeLast() }
    return digits.decimal
  }
}

package typealias IMAPDissector = CommandDissector<IMAPGrammar>
