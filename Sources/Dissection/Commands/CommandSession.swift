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
  /// The last of those.
  package var lastRefusal: String?
  /// Mails begun, recipients accepted and mails taken over (SMTP); files (FTP).
  package var senders: Int64 = 0
  package var recipients: Int64 = 0
  package var transfers: Int64 = 0
  /// Bytes of mail that the client sent.
  package var contentBytes: Int64 = 0
  /// The first and the last word in clear text.
  package var first: Moment?
  package var last: Moment?

  package init() {}

  mutating func accept() { accepted &+= 1 }

  /// Counts a refusal.
  ///
  /// Of that of a login only the code is kept: servers repeat what they were told.
  mutating func refuse(_ line: ArraySlice<UInt8>, ofLogin isLogin: Bool = false) {
    refused &+= 1
    let code = line.prefix { !$0.isBlank }
    lastRefusal = (isLogin ? code : line).text(limit: CommandLimits.text)
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
