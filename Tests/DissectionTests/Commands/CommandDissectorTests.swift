import Dissection
import Testing

struct CommandDissectorTests {
  @Test(arguments: [1, .max])
  func mailsAndRecipientsAreCounted(piece: Int) throws {
    let dialogue = Dialogue(
      .server("220-mail.example ESMTP\r\n220 ready\r\n"),
      .client("EHLO client.example\r\n"),
      .server("250-mail.example\r\n250 PIPELINING\r\n"),
      .client("MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nRCPT TO:<e@f>\r\nDATA\r\n"),
      .server("250 ok\r\n250 ok\r\n550 no such user\r\n354 go on\r\n"),
      .client("Subject: QUIT\r\n\r\nMAIL FROM is text here\r\n.\r\nQUIT\r\n"),
      .server("250 taken\r\n221 bye\r\n")
    )
    let session = try #require(
      dialogue.run(CommandDissector<SMTPGrammar>(), piece: piece).first
    )
    #expect(session.greeting == "220-mail.example ESMTP")
    #expect(session.greetingMoment == Dialogue.moment(1))
    #expect(session.clientName == "client.example")
    #expect(session.senders == 1)
    #expect(session.recipients == 1)
    #expect(session.transfers == 1)
    #expect(session.commands == 6)
    #expect(session.refused == 1)
    #expect(session.lastRefusal == "550 no such user")
    #expect(session.contentBytes == 41)
  }

  @Test func behindTLSNothingIsRead() throws {
    let dialogue = Dialogue(
      .server("220 x ESMTP\r\n"),
      .client("STARTTLS\r\n"),
      .server("220 go\r\n"),
      .clientBytes([22, 3, 1, 10]),
      .client("EHLO nobody\r\n")
    )
    let session = try #require(dialogue.run(CommandDissector<SMTPGrammar>()).first)
    #expect(session.isSecured)
    #expect(session.commands == 1)
    #expect(session.clientName == nil)
  }

  @Test func filesAndLoginsOfFTPAreCounted() throws {
    let dialogue = Dialogue(
      .server("220 FTP server\r\n"),
      .client("USER anonymous\r\n"),
      .server("331 password?\r\n"),
      .client("PASS secret\r\n"),
      .server("230 welcome\r\n"),
      .client("RETR file\r\n"),
      .server("150 opening\r\n226 done\r\n")
    )
    let session = try #require(dialogue.run(CommandDissector<FTPGrammar>()).first)
    #expect(session.user == "anonymous")
    #expect(session.isLoggedIn)
    #expect(session.transfers == 1)
    #expect(!"\(session)".contains("secret"))
  }

  @Test func longRepliesOfPOP3AreNoReplies() throws {
    let dialogue = Dialogue(
      .server("+OK ready\r\n"),
      .client("USER me\r\n"),
      .server("+OK\r\n"),
      .client("PASS x\r\n"),
      .server("+OK\r\n"),
      .client("RETR 1\r\n"),
      .server("+OK 20 octets\r\n-ERR is text\r\n.\r\n"),
      .client("DELE 9\r\n"),
      .server("-ERR no such message\r\n")
    )
    let session = try #require(dialogue.run(CommandDissector<POP3Grammar>()).first)
    #expect(session.isLoggedIn)
    #expect(session.accepted == 3)
    #expect(session.refused == 1)
    #expect(session.lastRefusal == "-ERR no such message")
    #expect(session.transfers == 1)
  }

  @Test func literalsOfIMAPAreSteppedOver() throws {
    let dialogue = Dialogue(
      .server("* OK ready\r\n"),
      .client("a1 LOGIN me secret\r\n"),
      .server("a1 OK done\r\n"),
      .client("a2 APPEND box {9}\r\n"),
      .server("+ go on\r\n"),
      .client("a3 NOOP\r\n\r\n"),
      .server("a2 OK\r\n* 1 FETCH (BODY {10}\r\na9 NO x\r\n )\r\na4 BAD what\r\n")
    )
    let session = try #require(dialogue.run(CommandDissector<IMAPGrammar>()).first)
    #expect(session.user == "me")
    #expect(session.isLoggedIn)
    #expect(session.commands == 2)
    #expect(session.accepted == 2)
    // Nothing is known of what it answers.
    #expect(session.lastRefusal == "BAD")
  }

  @Test(arguments: ["AUTH LOGIN", "AUTH PLAIN AHVzZXIAc2VjcmV0"])
  func challengesOfSMTPAreAnsweredAndNotKept(command: String) throws {
    let dialogue = Dialogue(
      .server("220 x ESMTP\r\n"),
      .client("\(command)\r\n"),
      .server("334 VXNlcm5hbWU6\r\n"),
      .client("dXNlcg==\r\n"),
      .server("334 UGFzc3dvcmQ6\r\n"),
      .client("c2VjcmV0\r\n"),
      .server("235 ok\r\n"),
      .client("MAIL FROM:<a@b>\r\n"),
      .server("250 ok\r\n")
    )
    let session = try #require(dialogue.run(SMTPDissector()).first)
    #expect(session.isLoggedIn)
    #expect(session.commands == 2)
    #expect(session.senders == 1)
    #expect(!"\(session)".contains("c2VjcmV0"))
  }

  @Test func aRefusedLoginKeepsOnlyTheCode() throws {
    let mail = Dialogue(
      .server("+OK\r\n"),
      .client("PASS secret\r\n"),
      .server("-ERR no such PASS secret\r\n")
    )
    #expect(mail.run(POP3Dissector()).map(\.lastRefusal) == ["-ERR"])
    let files = Dialogue(
      .server("220 FTP\r\n"),
      .client("PASS secret\r\n"),
      .server("530 secret is wrong\r\n")
    )
    #expect(files.run(FTPDissector()).map(\.lastRefusal) == ["530"])
    let box = Dialogue(
      .server("* OK\r\n"),
      .client("a LOGIN \"the user\" secret\r\n"),
      .server("a NO LOGIN the user secret\r\n")
    )
    let session = try #require(box.run(IMAPDissector()).first)
    #expect(session.lastRefusal == "NO")
    #expect(session.user == "the user")
  }

  @Test func onlyTheStartOfAConversationHasAGreeting() throws {
    let files = Dialogue(
      .server("226 Transfer complete\r\n220 x\r\n"),
      .client("PASS secret\r\n"),
      .server("530 secret is wrong\r\n")
    )
    let session = try #require(files.run(FTPDissector()).first)
    #expect(session.greeting == nil)
    #expect(session.greetingMoment == nil)
    let login = Dialogue(
      .client("USER me\r\nPASS secret\r\n"),
      .server("+OK\r\n-ERR no such PASS secret\r\n")
    )
    #expect(try #require(login.run(POP3Dissector()).first).greeting == nil)
    let box = Dialogue(.server("a NO LOGIN me secret\r\n"), .client("b NOOP\r\n"))
    #expect(try #require(box.run(IMAPDissector()).first).greeting == nil)
    let refusal = Dialogue(.server("554 secret\r\n"), .client("QUIT\r\n"))
    #expect(try #require(refusal.run(SMTPDissector()).first).greeting == nil)
  }

  @Test func answersToChallengesOfPOP3AndIMAPAreNoCommands() throws {
    let mail = Dialogue(
      .server("+OK\r\n"),
      .client("AUTH PLAIN\r\n"),
      .server("+ \r\n"),
      .client("AHVzZXIAc2VjcmV0\r\n"),
      .server("+OK\r\n"),
      .client("STAT\r\n"),
      .server("+OK 0 0\r\n")
    )
    let session = try #require(mail.run(POP3Dissector()).first)
    #expect(session.isLoggedIn)
    #expect(session.commands == 2)
    let box = Dialogue(
      .server("* OK\r\n"),
      .client("a AUTHENTICATE PLAIN\r\n"),
      .server("+ \r\n"),
      .client("AHVzZXIAc2VjcmV0\r\n"),
      .server("a OK\r\n"),
      .client("b NOOP\r\n")
    )
    let other = try #require(box.run(IMAPDissector()).first)
    #expect(other.isLoggedIn)
    #expect(other.commands == 2)
  }

  @Test func whatFollowsSTARTTLSIsHandedOver() {
    var dissector = SMTPDissector()
    for (text, role) in [("220 x SMTP\r\n", Role.server), ("STARTTLS\r\n", .client)] {
      for byte in Array(text.utf8) {
        let portion = [byte]
        dissector.receive(portion.span.bytes, from: role, at: Dialogue.moment(1))
      }
      #expect(dissector.handOver == nil)
    }
    let reply = Array("220 go\r\n".utf8) + [22, 3]
    dissector.receive(reply.span.bytes, from: .server, at: Dialogue.moment(2))
    #expect(dissector.handOver == HandOver(to: .tls, at: 8))
    dissector.skip(9, from: .client, at: Dialogue.moment(3))
    dissector.receive(reply.span.bytes, from: .client, at: Dialogue.moment(4))
    #expect(dissector.handOver == HandOver(to: .tls, at: 0))
    dissector.finish(at: Dialogue.moment(5))
    #expect(dissector.finished.map(\.secured) == [Dialogue.moment(2)])
  }

  @Test func greetingsTellTheProtocol() {
    #expect(recognise("220 x ESMTP Postfix\r\n", SMTPGrammar.self) == .yes(.server))
    #expect(recognise("220 x ESMTP Postfix\r\n", FTPGrammar.self) == .likely(.server))
    #expect(recognise("220 x ESM", FTPGrammar.self) == .needsMore)
    #expect(recognise("USER me\r\n", FTPGrammar.self) == .likely(.client))
    #expect(recognise("220 ProFTPD\r\n", FTPGrammar.self) == .yes(.server))
    #expect(recognise("EHLO x\r\n", SMTPGrammar.self) == .yes(.client))
    #expect(recognise("+OK x", POP3Grammar.self) == .yes(.server))
    #expect(recognise("* OK [CAPABILITY", IMAPGrammar.self) == .yes(.server))
    #expect(recognise("a CAPABILITY\r\n", IMAPGrammar.self) == .yes(.client))
    #expect(recognise("GET / HTTP/1.1\r\n", SMTPGrammar.self) == .no)
    #expect(recognise("GET / HTTP/1.1\r\n", IMAPGrammar.self) == .no)
  }

  private func recognise<Grammar: CommandGrammar>(
    _ text: String,
    _ grammar: Grammar.Type
  ) -> Recognition {
    let bytes = Array(text.utf8)
    return Grammar.recognise(bytes.span.bytes)
  }
}
