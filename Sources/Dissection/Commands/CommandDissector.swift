/// Reads a conversation of commands and replies; one output, when it ends.
package struct CommandDissector<Grammar: CommandGrammar>: StreamDissector {
  package var finished: [CommandSession] = []
  package private(set) var handOver: HandOver?
  private var session = CommandSession()
  private var grammar = Grammar()
  private var client = Side()
  private var server = Side()
  private var hasReplied = false

  /// Where a side is.
  private struct Side: Sendable {
    var lines = LineReader(limit: CommandLimits.line)
    var mode = CommandMode.lines
  }

  package init() {}

  package static func recognise(_ start: RawSpan) -> Recognition { Grammar.recognise(start) }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    var offset = 0
    if !session.isSecured {
      session.first = session.first ?? moment
      session.last = moment
    }
    while offset < bytes.byteCount, !session.isSecured {
      let isComplete =
        role == .client
        ? Self.advance(&client, bytes, &offset) : Self.advance(&server, bytes, &offset)
      guard isComplete else { continue }
      if role == .client { takeCommand(at: moment) } else { takeReply(at: moment) }
    }
    if session.isSecured { handOver = HandOver(to: .tls, at: offset) }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    guard !session.isSecured else { return }
    session.isWhole = false
    switch role {
    case .client: Self.skip(count, &client)
    case .server: Self.skip(count, &server)
    }
  }

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) {
    if session.first != nil { finished.append(session) }
    session = CommandSession()
  }

  /// Reads on to the end of a line; bytes that are no lines are stepped over.
  private static func advance(_ side: inout Side, _ bytes: RawSpan, _ offset: inout Int) -> Bool {
    guard case .bytes(let remaining) = side.mode else {
      return side.lines.read(bytes, from: &offset)
    }
    let count = min(remaining, Int64(bytes.byteCount - offset))
    offset += Int(count)
    side.mode = count < remaining ? .bytes(remaining - count) : .lines
    return false
  }

  private static func skip(_ count: Int64, _ side: inout Side) {
    side.lines.reset()
    guard case .bytes(let remaining) = side.mode else { return }
    side.mode = count < remaining ? .bytes(remaining - count) : .lines
  }

  private mutating func takeCommand(at moment: Moment) {
    let line = client.lines.line
    guard client.mode != .secret else {
      client.mode = .lines
      return
    }
    guard client.mode == .content else {
      guard !line.isEmpty || grammar.isInsideCommand else { return }
      session.commands &+= 1
      apply(grammar.command(line[...], &session), of: .client, at: moment)
      return
    }
    guard line == [UInt8(ascii: ".")] else {
      session.contentBytes &+= Int64(line.count + 2)
      return
    }
    client.mode = .lines
    grammar.endContent()
  }

  private mutating func takeReply(at moment: Moment) {
    let line = server.lines.line
    if !hasReplied { takeFirstReply(line[...], at: moment) }
    hasReplied = true
    apply(grammar.reply(line[...], &session), of: .server, at: moment)
  }

  private mutating func takeFirstReply(_ line: ArraySlice<UInt8>, at moment: Moment) {
    // In the middle of a conversation a reply may repeat what it answers, passwords too.
    guard session.isWhole, session.commands == 0, Grammar.isGreeting(line) else {
      session.isWhole = false
      return
    }
    session.greeting = line.text(limit: CommandLimits.text)
    session.greetingMoment = moment
  }

  private mutating func apply(_ mode: CommandMode, of role: Role, at moment: Moment) {
    switch mode {
    case .lines: break
    case .content, .secret: client.mode = mode
    case .secured:
      session.isSecured = true
      session.secured = moment
    case .bytes(let count) where count > 0:
      if role == .client { client.mode = mode } else { server.mode = mode }
    case .bytes: break
    }
  }
}
