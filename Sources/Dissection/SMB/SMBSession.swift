import Packets

/// What a connection of SMB was used for ([MS-SMB2], [MS-CIFS]).
package struct SMBSession: Equatable, Sendable {
  package var first: Moment?
  package var last: Moment?
  /// What the client offers in SMB 2 and 3, and by name in SMB 1; the first ``SMBLimits/dialects``.
  package var offeredDialects: [SMBDialect] = []
  package var offeredNames: [String] = []
  /// What the server chose; `nil` where that was not seen.
  package var dialect: SMBDialect?
  /// The name of what was chosen in SMB 1 ("NT LM 0.12").
  package var dialectName: String?
  /// Whom the client calls at port 139, and who it is (RFC 1002 §4.3.2).
  package var calledName: NetBIOSName?
  package var callingName: NetBIOSName?
  /// The first of each kind, at most as many as ``SMBLimits`` says, and how often there was no room:
  /// for a login, a share, the opening of a further file, a response with a further status.
  package var logins: [SMBLogin] = []
  package var omittedLogins: Int64 = 0
  package var trees: [SMBTree] = []
  package var omittedTrees: Int64 = 0
  package var files: [SMBFile] = []
  package var omittedOpens: Int64 = 0
  package var commands: [SMBCommandTally] = []
  package var statuses: [SMBStatusTally] = []
  package var omittedStatuses: Int64 = 0
  /// Messages of both sides, and those of them that nobody without the keys can read.
  package var messages: Int64 = 0
  package var encryptedMessages: Int64 = 0
  package var compressedMessages: Int64 = 0
  package var malformedMessages: Int64 = 0
  /// Responses to requests that were not seen, and requests that nobody answered.
  package var unsolicited: Int64 = 0
  package var unanswered: Int64 = 0
  /// Bytes of files in the answers to READ and in the requests of WRITE.
  package var bytesRead: Int64 = 0
  package var bytesWritten: Int64 = 0

  package init() {}
}

/// A login as the client names it.
package struct SMBLogin: Equatable, Sendable {
  package var user: String?
  package var domain: String?
  package var workstation: String?
  package var moment: Moment
  /// What came of it; `nil` while there is no answer.
  package var status: SMBStatus?
  package var isGuest = false
  /// The server wants all that follows to be encrypted.
  package var isEncrypted = false
}

/// A share that was connected to.
package struct SMBTree: Equatable, Sendable {
  /// Server and share, "\\SERVER\SHARE".
  package var path: String
  package var moment: Moment
  package var status: SMBStatus?
  package var isEncrypted = false
}

/// A file, folder or pipe that was opened.
package struct SMBFile: Equatable, Sendable {
  package var name: String
  package var opens: Int64 = 0
  package var failures: Int64 = 0
  package var lastStatus: SMBStatus?
}

/// How often a command was used, and how long its answers took.
package struct SMBCommandTally: Equatable, Sendable {
  package var command: SMBCommand
  package var requests: Int64 = 0
  package var responses: Int64 = 0
  package var failures: Int64 = 0
  /// Nanoseconds from requests to final responses: those that were seen, their sum, least and most.
  package var times: Int64 = 0
  package var total: Int64 = 0
  package var fastest: Int64?
  package var slowest: Int64?

  package init(command: SMBCommand) { self.command = command }

  mutating func add(_ time: Int64) {
    times &+= 1
    total.addClamped(time)
    fastest = min(fastest ?? time, time)
    slowest = max(slowest ?? time, time)
  }
}

/// How often a status came.
package struct SMBStatusTally: Equatable, Sendable {
  package var status: SMBStatus
  package var count: Int64
}
