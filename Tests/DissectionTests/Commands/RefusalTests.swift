import Dissection
import Testing

/// Of which refusals the text is kept: servers repeat what they were told.
struct RefusalTests {
  @Test func whatAnswersAHarmlessCommandIsKept() {
    let files = Dialogue(
      .server("220 FTP\r\n"),
      .client("RETR x\r\n"),
      .server("550 no such file\r\n")
    )
    #expect(files.run(FTPDissector()).map(\.lastRefusal) == ["550 no such file"])
    let box = Dialogue(
      .server("* OK\r\n"),
      .client("a SELECT x\r\n"),
      .server("a NO no such box\r\n")
    )
    #expect(box.run(IMAPDissector()).map(\.lastRefusal) == ["a NO no such box"])
  }

  @Test(arguments: ["XAUTH secret", "X-PASS secret", "PASS", "secret"])
  func whatMayAnswerALoginIsNot(command: String) {
    let files = Dialogue(
      .server("220 FTP\r\n"),
      .client("\(command)\r\n"),
      .server("500 \(command) is unknown\r\n")
    )
    #expect(files.run(FTPDissector()).map(\.lastRefusal) == ["500"])
    let mail = Dialogue(
      .server("220 x SMTP\r\n"),
      .client("\(command)\r\n"),
      .server("500 \(command) is unknown\r\n")
    )
    #expect(mail.run(SMTPDissector()).map(\.lastRefusal) == ["500"])
    let post = Dialogue(
      .server("+OK\r\n"),
      .client("\(command)\r\n"),
      .server("-ERR \(command) is unknown\r\n")
    )
    #expect(post.run(POP3Dissector()).map(\.lastRefusal) == ["-ERR"])
    let box = Dialogue(
      .server("* OK\r\n"),
      .client("a \(command)\r\n"),
      .server("a BAD \(command) is unknown\r\n")
    )
    #expect(box.run(IMAPDissector()).map(\.lastRefusal) == ["BAD"])
  }

  @Test func behindAGapNothingSaysWhatAReplyAnswers() {
    let files = Dialogue(
      .server("220 FTP\r\n"),
      .client("CWD x\r\nPASS secret\r\n"),
      .gap(8, .server),
      .server("530 secret is wrong\r\n")
    )
    #expect(files.run(FTPDissector()).map(\.lastRefusal) == ["530"])
    let post = Dialogue(
      .server("+OK\r\n"),
      .client("STAT\r\nPASS secret\r\n"),
      .gap(5, .server),
      .server("-ERR secret is wrong\r\n")
    )
    #expect(post.run(POP3Dissector()).map(\.lastRefusal) == ["-ERR"])
  }

  @Test func norIsItKnownInTheMiddleOfAConversation() {
    let files = Dialogue(
      .client("CWD x\r\n"),
      .server("530 secret is wrong\r\n"),
      .server("250 ok\r\n")
    )
    #expect(files.run(FTPDissector()).map(\.lastRefusal) == ["530"])
  }

  @Test func aChallengeIsAnsweredBeforeWhatWasSentBehindIt() {
    let mail = Dialogue(
      .server("220 x SMTP\r\n"),
      .client("AUTH LOGIN\r\nMAIL FROM:<a@b>\r\n"),
      .server("334 VXNlcm5hbWU6\r\n"),
      .client("secret\r\n"),
      .server("535 secret is wrong\r\n")
    )
    #expect(mail.run(SMTPDissector()).map(\.lastRefusal) == ["535"])
  }

  @Test func aGapAloneIsNoConversation() {
    #expect(Dialogue(.gap(8, .server)).run(FTPDissector()).isEmpty)
  }

  @Test func aCommandBehindALiteralIsOneOfItsOwn() throws {
    let box = Dialogue(
      .server("* OK\r\n"),
      .client("a APPEND box {4}\r\n"),
      .server("+ go on\r\n"),
      .client("mail\r\nb SELECT x\r\n"),
      .server("a OK\r\nb NO no such box\r\n")
    )
    let session = try #require(box.run(IMAPDissector()).first)
    #expect(session.commands == 2)
    #expect(session.lastRefusal == "b NO no such box")
  }
}
