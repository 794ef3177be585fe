/// Matches the responses of one flow with its queries, by identifier and question, in both
/// directions.
///
/// A query that comes again unanswered is the same transaction. Answered ones are put out at once
/// and remembered until the time-out, so that a second answer is known as such; unanswered ones are
/// put out after the time-out or at the end of the flow.
package struct DNSTransactions: Sendable {
  /// Queries remembered in a flow; beyond it the oldest are put out early.
  package static let maximumPending = 1_024
  /// A resolver has given up by then (nanoseconds).
  package static let timeout: Int64 = 30_000_000_000

  package let transport: DNSTransport
  /// Transactions that are complete, in the order of completion, until the caller takes them.
  package var finished: [DNSTransaction] = []
  /// Second answers.
  package private(set) var repeatedResponses: UInt64 = 0
  private var pending = PendingTable<Key, Query>(limit: maximumPending, timeout: timeout)

  private struct Key: Hashable {
    var id: UInt16
    var asker: Role
    var question: DNSQuestion?
  }

  /// A query that is remembered.
  private struct Query {
    var first: Moment
    /// `nil` once it is answered: then only the time is of use.
    var transaction: DNSTransaction?

    /// Whether it has no answer.
    var isOpen: Bool {
      if case .some = transaction { true } else { false }
    }
  }

  package init(transport: DNSTransport) { self.transport = transport }

  /// About how many bytes the questions without an answer take.
  package var heldBytes: Int { pending.count &* 384 }

  /// Queries put out before their time because there were too many.
  package var evictions: UInt64 { pending.evictions }

  /// Takes the next message of the flow, sent by `sender`.
  package mutating func receive(
    _ message: DNSMessage,
    from sender: Role,
    at moment: Moment
  ) -> DNSMatch {
    putOut(pending.expire(at: moment.time))
    return message.flags.isResponse
      ? respond(message, from: sender, at: moment) : ask(message, from: sender, at: moment)
  }

  /// Puts out what still waits: the flow has ended.
  package mutating func finish() { putOut(pending.removeAll()) }

  private mutating func ask(
    _ message: DNSMessage,
    from sender: Role,
    at moment: Moment
  ) -> DNSMatch {
    let key = Key(id: message.id, asker: sender, question: Self.canonical(message))
    var first: Moment?
    let isRepeated = pending.change(key, at: moment.time) { query in
      guard query.isOpen else { return false }
      first = query.first
      query.transaction?.lastQuery = moment
      query.transaction?.tries += 1
      return true
    }
    if isRepeated, let first { return .repeatedQuery(first: first) }
    let transaction = DNSTransaction(
      transport: transport,
      asker: sender,
      id: message.id,
      question: message.question,
      opcode: message.flags.opcode,
      query: moment,
      lastQuery: moment,
      tries: 1,
      queryFlags: message.flags
    )
    let query = Query(first: moment, transaction: transaction)
    putOut(pending.insert(query, for: key, at: moment.time))
    return .query
  }

  private mutating func respond(
    _ message: DNSMessage,
    from sender: Role,
    at moment: Moment
  ) -> DNSMatch {
    guard let key = key(answeredBy: message, from: sender) else {
      putOutUnsolicited(message, from: sender, at: moment)
      return .unsolicited
    }
    var first: Moment?
    var answered: DNSTransaction?
    _ = pending.change(key, at: moment.time) { query in
      first = query.first
      answered = query.transaction.take()
      guard case .some = answered else { return false }
      return true
    }
    guard let first else {
      putOutUnsolicited(message, from: sender, at: moment)
      return .unsolicited
    }
    guard var transaction = answered.take() else {
      repeatedResponses += 1
      return .repeatedResponse(first: first)
    }
    transaction.complete(with: message, at: moment)
    let last = transaction.lastQuery ?? first
    finished.append(consume transaction)
    return .response(first: first, last: last)
  }

  /// The query that a response is for; one without a question (an error) goes by its identifier.
  private func key(answeredBy message: DNSMessage, from sender: Role) -> Key? {
    let key = Key(id: message.id, asker: sender.peer, question: Self.canonical(message))
    if key.question != nil || pending.contains(key) { return key }
    return pending.firstKey(
      where: { $0.id == message.id && $0.asker == sender.peer },
      and: { $0.isOpen }
    )
  }

  private mutating func putOutUnsolicited(
    _ message: DNSMessage,
    from sender: Role,
    at moment: Moment
  ) {
    var transaction = DNSTransaction(
      transport: transport,
      asker: sender.peer,
      id: message.id,
      question: message.question,
      opcode: message.flags.opcode
    )
    transaction.complete(with: message, at: moment)
    finished.append(transaction)
  }

  /// Puts out those that nobody answered; the others were put out with their answer.
  private mutating func putOut(_ gone: [Query]) {
    for query in gone {
      if let transaction = query.transaction { finished.append(transaction) }
    }
  }

  /// The question with its letters lowered: resolvers vary their case against forgery.
  private static func canonical(_ message: DNSMessage) -> DNSQuestion? {
    guard var question = message.question else { return nil }
    let isLower = question.name.utf8.withContiguousStorageIfAvailable { bytes in
      var isLower = true
      for byte in bytes where byte.isCapitalOrForeign { isLower = false }
      return isLower
    }
    if isLower != true { question.name = question.name.lowercased() }
    question.wantsUnicastResponse = false
    return question
  }
}

extension UInt8 {
  /// Whether lowering the case of a text with this byte may change it.
  fileprivate var isCapitalOrForeign: Bool {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self || self >= 0x80
  }
}
