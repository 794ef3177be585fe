/// A message of any version of SMB: its header and what of its body tells who does what.
package struct SMBMessage: Equatable, Sendable {
  package var command: SMBCommand
  package var isResponse: Bool
  /// Of a response.
  package var status: SMBStatus
  /// SMB 1 may answer with error codes of DOS, whose numbers mean other things.
  package var hasDOSError = false
  /// The message's number; in SMB 1 made of process and multiplex identifiers.
  package var id: UInt64
  package var tree: UInt32
  /// What the message says, and those chained to it by AndX in SMB 1.
  package var details: [Detail] = []

  package enum Detail: Equatable, Sendable {
    /// What a client offers, and what the server takes of it.
    case offer(dialects: [SMBDialect])
    /// The number of the dialect in a list of names.
    case names([String])
    case choice(SMBDialect)
    case nameChoice(UInt16)
    case login(NTLMMessage)
    /// A login of SMB 1 that names the user in the clear.
    case plainLogin(user: String?, domain: String?)
    case loggedIn(isGuest: Bool, isEncrypted: Bool)
    case connect(path: String)
    case connected(isEncrypted: Bool)
    case open(name: String)
    case read(bytes: UInt32)
    case write(bytes: UInt32)
  }

  package init(
    _ command: SMBCommand,
    isResponse: Bool,
    status: SMBStatus,
    id: UInt64,
    tree: UInt32
  ) {
    self.command = command
    self.isResponse = isResponse
    self.status = status
    self.id = id
    self.tree = tree
  }

  /// Whether a response says that the request failed.
  package var isFailure: Bool {
    isResponse && (hasDOSError ? status.rawValue != 0 : status.isFailure)
  }
}

/// What a frame of the session service holds.
package enum SMBFrame: Equatable, Sendable {
  case messages([SMBMessage])
  /// Encrypted (SMB 3).
  case encrypted
  /// Compressed (SMB 3.1.1), and not read.
  case compressed

  /// Reads what a frame holds behind its length.
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var reader = ByteReader(bytes)
    switch try reader.readUInt32() {
    case 0xfe53_4d42: self = .messages(try SMBMessage.chain(bytes))
    case 0xff53_4d42: self = .messages([try SMBMessage(parsingSMB1: bytes)])
    case 0xfd53_4d42: self = .encrypted
    case 0xfc53_4d42: self = .compressed
    default: throw .malformed("no message of SMB")
    }
  }
}
