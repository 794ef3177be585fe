/// What a conversation of commands and replies came to: SMTP, FTP, POP3, IMAP.
package struct CommandSession: Equatable, Sendable {
  /// The server's first line, where the conversation was captured from its start.
  package var greeting: String?
  package var greetingMoment: Moment?
  /// How the client named itself (HELO, EHLO).
  package var clientName: String?
  /// The user that the client logged in as; passwords are not kept.
  package var user: String?
  package var isLoggedIn = false
  /// Both sides agreed to go on with TLS (RFC 3207, RFC 4217, RFC 2595).
  package var isSecured = false
  package var secured: Moment?
  package var commands: Int64 = 0
  /// Replies that the command was carried out, or may go on.
  package var accepted: Int64 = 0
  /// Replies that it failed.
  package var refused: Int64 = 0
  /// The last of those; of what may answer a login the code alone.
  package var lastRefusal: String?
  /// Mails begun, recipients accepted and mails taken over (SMTP); files (FTP).
  package var senders: Int64 = 0
  package var recipients: Int64 = 0
  package var transfers: Int64 = 0
  /// Bytes of mail that the client sent.
  package var contentBytes: Int64 = 0
  /// Everything was captured from the greeting on, so that it is known which command a reply answers.
  var isWhole = true
  /// The first and the last word in clear text.
  package var first: Moment?
  package var last: Moment?

  package init() {}

  mutating func accept() { accepted &+= 1 }

  /// Counts a refusal.
  ///
  /// Servers repeat what they were told, passwords too: the text is kept only where the reply surely
  /// answers a command of which no argument is a secret, else the code alone.
  mutating func refuse(_ line: ArraySlice<UInt8>, ofHarmless isHarmless: Bool) {
    refused &+= 1
    let code = line.prefix { !$0.isBlank }
    lastRefusal = (isWhole && isHarmless ? line : code).text(limit: CommandLimits.text)
  }
}

/// What is kept of such a conversation at most.
package enum CommandLimits {
  /// Bytes of a line; SMTP allows 998 of text (RFC 5321 §4.5.3).
  package static let line = 4 * 1024
  /// Bytes of a greeting, name or refusal.
  package static let text = 512
  /// Commands that wait for their replies.
  package static let pending = 256
}
