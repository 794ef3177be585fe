/// The dialogue of IMAP (RFC 9051), whose replies name their commands by tag.
package struct IMAPGrammar: CommandGrammar {
  /// Tags of commands whose answer matters: TLS and logins.
  private var secure: [UInt8]?
  private var login: [UInt8]?
  /// The client is inside a command that a literal interrupted.
  private var isInsideCommand = false

  package init() {}

  package static func recognise(_ start: RawSpan) -> Recognition {
    let bytes = start.extracting(..<min(start.byteCount, 64)).withUnsafeBytes { Array($0) }
    if bytes.first == UInt8(ascii: "*") {
      guard bytes.count >= 5 else { return .needsMore }
      let greetings: [StaticString] = ["* OK", "* PREAUTH", "* BYE"]
      let isGreeting = greetings.contains { bytes[...].starts(withIgnoringCase: $0) }
      return isGreeting ? .yes(.server) : .no
    }
    guard bytes.contains(UInt8(ascii: "\n")) else {
      return bytes.count < 64 && bytes.allSatisfy { $0 >= UInt8(ascii: " ") } ? .needsMore : .no
    }
    var line = bytes.prefix { $0 != UInt8(ascii: "\r") && $0 != UInt8(ascii: "\n") }
    let tag = line.removeField(upTo: UInt8(ascii: " "))
    let verbs: [StaticString] = [
      "CAPABILITY", "LOGIN ", "STARTTLS", "AUTHENTICATE ", "ID ", "NOOP",
    ]
    let isCommand = !tag.isEmpty && verbs.contains { line.starts(withIgnoringCase: $0) }
    return isCommand ? .yes(.client) : .no
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
      session.user = rest.dropFirst(6).prefix { $0 != UInt8(ascii: " ") }
        .text(limit: CommandLimits.text)
    } else if rest.starts(withIgnoringCase: "AUTHENTICATE ") {
      login = tag
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
    guard tag != [UInt8(ascii: "*")], tag != [UInt8(ascii: "+")] else { return .lines }
    let isAccepted = rest.starts(withIgnoringCase: "OK")
    guard isAccepted else {
      let isRefused =
        rest.starts(withIgnoringCase: "NO") || rest.starts(withIgnoringCase: "BAD")
      if isRefused { session.refuse(line) }
      return .lines
    }
    session.accept()
    if tag == login { session.isLoggedIn = true }
    return tag == secure ? .secured : .lines
  }

  package mutating func endContent() {}

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
