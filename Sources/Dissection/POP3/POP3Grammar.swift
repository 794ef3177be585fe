/// The dialogue of POP3 (RFC 1939) with TLS (RFC 2595).
package struct POP3Grammar: CommandGrammar {
  /// Commands that carry no secret.
  private static let harmless: Set<String> = [
    "CAPA", "DELE", "LANG", "LIST", "NOOP", "QUIT", "RETR", "RSET", "STAT", "STLS", "TOP", "UIDL",
    "UTF8",
  ]

  private var pending = PendingCommands()
  /// The server is inside a reply of many lines, which a line of a dot ends.
  private var isInsideReply = false

  package init() {}

  package static func recognise(_ start: RawSpan) -> Recognition {
    let bytes = start.extracting(..<min(start.byteCount, 5)).withUnsafeBytes { Array($0) }
    if bytes[...].starts(withIgnoringCase: "USER ") { return .likely(.client) }
    let greeting: StaticString = "+OK"
    guard bytes.count >= 4 else {
      let isPrefix = greeting.withUTF8Buffer { bytes.elementsEqual($0.prefix(bytes.count)) }
      return isPrefix ? .needsMore : .no
    }
    return bytes[...].starts(withIgnoringCase: greeting) && bytes[3] <= UInt8(ascii: " ")
      ? .yes(.server) : .no
  }

  package static func isGreeting(_ line: ArraySlice<UInt8>) -> Bool {
    line.starts(withIgnoringCase: "+OK")
  }

  package mutating func command(
    _ line: ArraySlice<UInt8>,
    _ session: inout CommandSession
  ) -> CommandMode {
    var argument = line
    let verb = argument.removeField(upTo: UInt8(ascii: " "))
    // With an argument these have short replies.
    let isLong = argument.isEmpty || !["LIST", "UIDL"].contains(where: verb.elementsEqualASCII)
    pending.append(isLong ? verb : Array("STAT".utf8)[...])
    if verb.equals(ignoringCase: "USER") {
      session.user = argument.trimmed.text(limit: CommandLimits.text)
    }
    return .lines
  }

  package mutating func reply(
    _ line: ArraySlice<UInt8>,
    _ session: inout CommandSession
  ) -> CommandMode {
    if isInsideReply {
      isInsideReply = line != [UInt8(ascii: ".")]
      return .lines
    }
    // A challenge of SASL (RFC 5034 §4).
    if line.first == UInt8(ascii: "+"), line.count == 1 || line[line.startIndex + 1].isBlank {
      return pending.first == "AUTH" ? .secret : .lines
    }
    let isAccepted = line.starts(withIgnoringCase: "+OK")
    guard isAccepted || line.starts(withIgnoringCase: "-ERR"), session.commands > 0 else {
      return .lines
    }
    let verb = pending.removeFirst()
    guard isAccepted else {
      session.refuse(line, ofHarmless: pending.isWhole && Self.harmless.contains(verb ?? ""))
      return .lines
    }
    session.accept()
    switch verb {
    case "RETR", "TOP", "LIST", "UIDL", "CAPA":
      isInsideReply = true
      if verb == "RETR" { session.transfers &+= 1 }
    case "PASS", "APOP", "AUTH": session.isLoggedIn = true
    case "STLS": return .secured
    default: break
    }
    return .lines
  }

  package mutating func endContent() {}
}

extension ArraySlice<UInt8> {
  fileprivate func elementsEqualASCII(_ text: String) -> Bool {
    elementsEqual(text.utf8) { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

package typealias POP3Dissector = CommandDissector<POP3Grammar>
