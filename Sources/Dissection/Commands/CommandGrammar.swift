/// How a protocol of commands and replies is read, line by line.
package protocol CommandGrammar: Sendable {
  init()

  /// Whether the client's next line goes on with the command before it.
  var isInsideCommand: Bool { get }

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

extension CommandGrammar {
  package var isInsideCommand: Bool { false }
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
  /// No command was left out: replies are paired with what they answer.
  private(set) var isWhole = true

  mutating func append(_ verb: ArraySlice<UInt8>) {
    guard verbs.count < CommandLimits.pending else {
      isWhole = false
      return
    }
    verbs.append(verb.text(limit: 16).uppercased())
  }

  /// The command before was challenged and waits for another reply; it had to be the last one
  /// (RFC 4954 §4).
  mutating func putBack(_ verb: String) {
    if !verbs.isEmpty { isWhole = false }
    verbs.insert(verb, at: 0)
  }

  var first: String? { verbs.first }

  mutating func removeFirst() -> String? { verbs.isEmpty ? nil : verbs.removeFirst() }
}
