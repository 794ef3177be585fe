/// How a protocol of commands and replies is read, line by line.
package protocol CommandGrammar: Sendable {
  init()

  /// Whether the first bytes of a side are of the protocol.
  static func recognise(_ start: RawSpan) -> Recognition

  /// Whether a server may begin with a line, before any command.
  static func isGreeting(_ line: ArraySlice<UInt8>) -> Bool

  /// Takes a line of the client; says what the client sends next.
  mutating func command(_ line: ArraySlice<UInt8>, _ session: inout CommandSession) -> CommandMode

  /// Takes a line of the server; says what happens next.
  mutating func reply(_ line: ArraySlice<UInt8>, _ session: inout CommandSession) -> CommandMode

  /// The client has sent the line that ends its content.
  mutating func endContent()
}

/// What follows a line.
package enum CommandMode: Equatable, Sendable {
  /// More lines of the same side.
  case lines
  /// Content of the client, up to a line of a dot.
  case content
  /// So many bytes of the same side that are no lines.
  case bytes(Int64)
  /// A line of the client that answers a challenge of the server: a secret, not a command.
  case secret
  /// TLS on both sides.
  case secured
}

/// The commands that wait for replies.
struct PendingCommands: Sendable {
  private var verbs: [String] = []

  mutating func append(_ verb: ArraySlice<UInt8>) {
    guard verbs.count < CommandLimits.pending else { return }
    verbs.append(verb.text(limit: 16).uppercased())
  }

  var first: String? { verbs.first }

  mutating func removeFirst() -> String? { verbs.isEmpty ? nil : verbs.removeFirst() }
}
