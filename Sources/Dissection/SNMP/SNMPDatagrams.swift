/// SNMP over UDP: each portion of a side is one datagram.
package struct SNMPDatagrams: DatagramDissector {
  /// Requests remembered in a flow.
  package static let maximumPending = 256
  /// Nanoseconds after which a request is unanswered; managers give up after some seconds.
  package static let timeout: Int64 = 30_000_000_000

  package var finished: [SNMPTransaction] = []
  package private(set) var malformedMessages: UInt64 = 0
  /// Responses to nothing that was seen.
  package private(set) var unsolicitedResponses: UInt64 = 0
  private var pending = PendingTable<Key, SNMPTransaction>(limit: maximumPending, timeout: timeout)

  private struct Key: Hashable {
    var id: Int64
    var asker: Role
  }

  package init() {}

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    finished += pending.expire(at: moment.time)
    do throws(DissectionError) {
      receive(try SNMPMessage(parsing: bytes), from: role, at: moment)
    } catch {
      malformedMessages += 1
    }
  }

  package mutating func finish(at moment: Moment) { finished += pending.removeAll() }

  private mutating func receive(_ message: SNMPMessage, from role: Role, at moment: Moment) {
    let id = message.exchangeID ?? 0
    if var transaction = pending[Key(id: id, asker: role.peer)], message.isAnswer {
      _ = pending.remove(Key(id: id, asker: role.peer))
      transaction.response = moment
      transaction.responseKind = message.unit?.kind
      transaction.errorStatus = message.unit?.errorStatus
      finished.append(transaction)
      return
    }
    switch message.unit?.kind {
    case .trap?, .trapV2?: finished.append(transaction(message, id, from: role, at: moment))
    case .response?, .report?: unsolicitedResponses += 1
    default: ask(message, Key(id: id, asker: role), at: moment)
    }
  }

  private mutating func ask(_ message: SNMPMessage, _ key: Key, at moment: Moment) {
    if var known = pending[key] {
      known.lastRequest = moment
      known.tries += 1
      pending.update(known, for: key, at: moment.time)
    } else {
      let new = transaction(message, key.id, from: key.asker, at: moment)
      finished += pending.insert(new, for: key, at: moment.time)
    }
  }

  private func transaction(
    _ message: SNMPMessage,
    _ id: Int64,
    from role: Role,
    at moment: Moment
  ) -> SNMPTransaction {
    SNMPTransaction(
      asker: role,
      version: message.version,
      community: message.community,
      userName: message.security?.userName,
      kind: message.unit?.kind,
      id: id,
      objects: message.unit?.objects ?? [],
      request: moment,
      lastRequest: moment
    )
  }
}

extension SNMPMessage {
  /// Whether it may answer a request; of an encrypted one nobody can tell.
  fileprivate var isAnswer: Bool {
    guard let kind = unit?.kind else { return true }
    return kind == .response || kind == .report
  }
}
