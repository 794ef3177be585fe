/// The dialogue of FTP's control connection (RFC 959) with TLS (RFC 4217).
package struct FTPGrammar: CommandGrammar {
  /// Commands that carry no secret.
  private static let harmless: Set<String> = [
    "ABOR", "ALLO", "APPE", "CDUP", "CWD", "DELE", "EPRT", "EPSV", "FEAT", "HELP", "LIST", "MDTM",
    "MKD", "MLSD", "MLST", "MODE", "NLST", "NOOP", "PASV", "PBSZ", "PORT", "PROT", "PWD", "QUIT",
    "REIN", "REST", "RETR", "RMD", "RNFR", "RNTO", "SIZE", "STAT", "STOR", "STOU", "STRU", "SYST",
    "TYPE", "XCUP", "XCWD", "XMKD", "XPWD", "XRMD",
  ]

  private var pending = PendingCommands()

  package init() {}

  package static func recognise(_ start: RawSpan) -> Recognition {
    let bytes = Array(copying: start.extracting(..<min(start.byteCount, CommandLimits.text)))
    if bytes[...].starts(withIgnoringCase: "AUTH TLS") { return .yes(.client) }
    // POP3 has the same command.
    if bytes[...].starts(withIgnoringCase: "USER ") { return .likely(.client) }
    return ReplyLine.recogniseGreeting(bytes[...], naming: "FTP")
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
    if verb.equals(ignoringCase: "USER") {
      session.user = argument.trimmed.text(limit: CommandLimits.text)
    }
    return .lines
  }

  package mutating func reply(
    _ line: ArraySlice<UInt8>,
    _ session: inout CommandSession
  ) -> CommandMode {
    // A preliminary reply (1xx) is followed by the one that counts.
    guard let reply = ReplyLine(line), reply.isLast, reply.code >= 200 else { return .lines }
    if reply.code == 220, session.commands == 0 { return .lines }
    let verb = pending.removeFirst()
    guard reply.code < 400 else {
      session.refuse(line, ofHarmless: pending.isWhole && Self.harmless.contains(verb ?? ""))
      return .lines
    }
    session.accept()
    if reply.code == 230 { session.isLoggedIn = true }
    if reply.code == 226, ["RETR", "STOR", "APPE"].contains(verb) { session.transfers &+= 1 }
    return verb == "AUTH" && reply.code == 234 ? .secured : .lines
  }

  package mutating func endContent() {}
}

package typealias FTPDissector = CommandDissector<FTPGrammar>
