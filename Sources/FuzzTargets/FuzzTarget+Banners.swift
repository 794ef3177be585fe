import Dissection

extension FuzzTarget {
  /// The first byte chooses the protocol; the rest is a conversation (see ``DialogueScript``).
  func runBanners(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let choice = input.byte()
    let rest = input.take(bytes.count)
    var script = DialogueScript(FuzzInput(rest))
    switch choice % 8 {
    case 0:
      _ = SSHDissector.recognise(rest.span.bytes)
      let sessions = script.run(SSHDissector())
      precondition(sessions.count <= 1, "more sessions than connections")
      for session in sessions { _ = session.agreed }
    case 1: run(SMTPGrammar.self, rest, &script)
    case 2: run(FTPGrammar.self, rest, &script)
    case 3: run(POP3Grammar.self, rest, &script)
    case 4: run(IMAPGrammar.self, rest, &script)
    case 5, 6:
      _ = SIPMessage.recognise(rest.span.bytes)
      _ = script.run(SIPDissector(isStream: choice % 8 == 5)).map(check)
    default:
      _ = SMBDissector.recognise(rest.span.bytes)
      let sessions = script.run(SMBDissector())
      precondition(sessions.count <= 1, "more sessions than connections")
      for session in sessions { check(session) }
    }
  }

  private func check(_ transaction: SIPTransaction) {
    precondition(transaction.provisional.count <= SIPLimits.provisional, "too many responses")
    precondition(transaction.callID.utf8.count <= SIPLimits.text * 3, "a name without a bound")
    for session in [transaction.offer, transaction.answer].compactMap(\.self) {
      precondition(session.media.count <= SessionDescription.maximumMedia, "too many media")
      for medium in session.media { _ = medium.codecs }
    }
  }

  private func check(_ session: SMBSession) {
    precondition(session.logins.count <= SMBLimits.logins, "too many logins")
    precondition(session.trees.count <= SMBLimits.trees, "too many shares")
    precondition(session.files.count <= SMBLimits.files, "too many files")
    precondition(session.statuses.count <= SMBLimits.statuses, "too many kinds of status")
    precondition(session.bytesRead >= 0 && session.bytesWritten >= 0, "counters that went back")
    for tally in session.commands { _ = tally.command.name }
  }

  private func run<Grammar: CommandGrammar>(
    _ grammar: Grammar.Type,
    _ bytes: [UInt8],
    _ script: inout DialogueScript
  ) {
    _ = Grammar.recognise(bytes.span.bytes)
    let sessions = script.run(CommandDissector<Grammar>())
    precondition(sessions.count <= 1, "more sessions than connections")
    for session in sessions {
      precondition((session.greeting?.utf8.count ?? 0) <= CommandLimits.text * 3)
      precondition(session.commands >= 0 && session.contentBytes >= 0, "counters that went back")
    }
  }
}
