/// A STUN request and its answer.
package struct STUNTransaction: Equatable, Sendable {
  /// Which side asked.
  package var asker: Role
  package var request: STUNMessage
  package var first: Moment
  package var last: Moment
  package var tries = 1
  package var response: STUNMessage?
  package var answered: Moment?

  /// Nanoseconds from the last request to the response.
  package var responseTime: Int64? { answered?.nanoseconds(since: last) }
}

/// STUN over UDP: each portion of a side is one datagram; what is no STUN message (the media that
/// it opens the way for) is counted and let be.
package struct STUNDatagrams: DatagramDissector {
  /// Requests remembered in a flow.
  package static let maximumPending = 64
  /// Nanoseconds of all tries of a request (RFC 8489 §6.2.1: 39.5 s).
  package static let timeout: Int64 = 39_500_000_000

  package var finished: [STUNTransaction] = []
  package private(set) var handOver: HandOver?
  package private(set) var otherDatagrams: UInt64 = 0
  package private(set) var unsolicitedResponses: UInt64 = 0
  package private(set) var indications: UInt64 = 0
  private var pending = PendingTable<Key, STUNTransaction>(limit: maximumPending, timeout: timeout)

  private struct Key: Hashable {
    var id: STUNMessage.TransactionID
    var asker: Role
  }

  package init() {}

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    finished += pending.expire(at: moment.time)
    // RTP and RTCP share the port; the first byte tells (RFC 7983 §7).
    let isMedia = bytes.byteCount > 0 && (128...191).contains(bytes.byte(at: 0))
    handOver = isMedia ? HandOver(to: .any(port: nil), at: 0) : nil
    guard let message = try? STUNMessage(parsing: bytes) else {
      otherDatagrams += 1
      return
    }
    switch message.class {
    case .indication: indications += 1
    case .request: ask(message, Key(id: message.transaction, asker: role), at: moment)
    case .success, .failure:
      let key = Key(id: message.transaction, asker: role.peer)
      guard var transaction = pending.remove(key) else {
        unsolicitedResponses += 1
        return
      }
      transaction.response = message
      transaction.answered = moment
      finished.append(transaction)
    }
  }

  package mutating func finish(at moment: Moment) { finished += pending.removeAll() }

  private mutating func ask(_ message: STUNMessage, _ key: Key, at moment: Moment) {
    if var known = pending[key] {
      known.last = moment
      known.tries += 1
      pending.update(known, for: key, at: moment.time)
    } else {
      let new = STUNTransaction(asker: key.asker, request: message, first: moment, last: moment)
      finished += pending.insert(new, for: key, at: moment.time)
    }
  }
}
