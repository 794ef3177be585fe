/// The dialogue of SMTP (RFC 5321) with STARTTLS (RFC 3207) and chunks (RFC 3030).
package struct SMTPGrammar: CommandGrammar {
  private static let endOfContent = Array(".".utf8)[...]
  /// Commands that carry no secret, and the end of a mail.
  private static let harmless: Set<String> = [
    ".", "BDAT", "DATA", "EHLO", "ETRN", "EXPN", "HELO", "HELP", "LHLO", "MAIL", "NOOP", "QUIT",
    "RCPT", "RSET", "STARTTLS", "VRFY",
  ]

  private var pending = PendingCommands()

  package init() {}

  package static func recognise(_ start: RawSpan) -> Recognition {
    let bytes = Array(copying: start.extracting(..<min(start.byteCount, CommandLimits.text)))
    let verbs: [StaticString] = ["EHLO ", "HELO ", "LHLO "]
    if bytes.first?.isLetter == true,
      verbs.contains(where: { bytes[...].starts(withIgnoringCase: $0) })
    {
      return .yes(.client)
    }
    return ReplyLine.recogniseGreeting(bytes[...], naming: "SMTP")
  }

  package static func isGreeting(_ line: ArraySlice<UInt8>) -> Bool {
    ReplyLine(line)?.code == 220
  }

  package mutating func command(
    _ line: ArraySlice<UInt8>,
    _ session: inout CommandSession
  ) -> CommandMode {
    var argument = line
    let verb = argument.removeField(upTo: UInt8(ascii: " "))
    pending.append(verb)
    if verb.equals(ignoringCase: "EHLO") || verb.equals(ignoringCase: "HELO") {
      session.clientName = argument.trimmed.text(limit: CommandLimits.text)
    }
    guard verb.equals(ignoringCase: "BDAT") else { return .lines }
    let size = min(1 << 32, argument.removeField(upTo: UInt8(ascii: " ")).trimmed.decimal ?? 0)
    session.contentBytes &+= size
    return .bytes(size)
  }

  package mutating func reply(
    _ line: ArraySlice<UInt8>,
    _ session: inout CommandSession
  ) -> CommandMode {
    guard let reply = ReplyLine(line), reply.isLast else { return .lines }
    if reply.code == 220, session.commands == 0 { return .lines }
    let verb = pending.removeFirst()
    guard reply.code < 400 else {
      session.refuse(line, ofHarmless: pending.isWhole && Self.harmless.contains(verb ?? ""))
      return .lines
    }
    session.accept()
    switch verb {
    case "MAIL": session.senders &+= 1
    case "RCPT": session.recipients &+= 1
    case "DATA" where reply.code == 354: return .content
    case ".": session.transfers &+= 1
    case "AUTH" where reply.code == 334:
      pending.putBack("AUTH")
      return .secret
    case "AUTH": session.isLoggedIn = true
    case "STARTTLS": return .secured
    default: break
    }
    return .lines
  }

  package mutating func endContent() { pending.append(Self.endOfContent) }
}

package typealias SMTPDissector = CommandDissector<SMTPGrammar>
