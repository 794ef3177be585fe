import Dissection

extension FuzzTarget {
  /// The first byte chooses the protocol; the rest is a conversation (see ``DialogueScript``).
  func runBanners(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    let choice = input.byte()
    let rest = input.take(bytes.count)
    var script = DialogueScript(FuzzInput(rest))
    switch choice % 5 {
    case 0:
      _ = SSHDissector.recognise(rest.span.bytes)
      let sessions = script.run(SSHDissector())
      precondition(sessions.count <= 1, "more sessions than connections")
      for session in sessions { _ = session.agreed }
    case 1: run(SMTPGrammar.self, rest, &script)
    case 2: run(FTPGrammar.self, rest, &script)
    case 3: run(POP3Grammar.self, rest, &script)
    default: run(IMAPGrammar.self, rest, &script)
    }
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
