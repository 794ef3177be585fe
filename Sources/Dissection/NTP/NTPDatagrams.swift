/// NTP over UDP: each portion of a side is one datagram.
///
/// A response repeats the transmit timestamp of its request as origin, which ties the two together.
package struct NTPDatagrams: DatagramDissector {
  /// Requests remembered in a flow.
  package static let maximumPending = 64
  /// Nanoseconds after which a request is unanswered; polls are 16 s apart at the least (RFC 5905).
  package static let timeout: Int64 = 16_000_000_000

  package var finished: [NTPTransaction] = []
  package private(set) var malformedMessages: UInt64 = 0
  /// Responses to nothing that was seen, broadcasts, control and private messages.
  package private(set) var otherMessages: UInt64 = 0
  private var pending = PendingTable<Key, NTPTransaction>(limit: maximumPending, timeout: timeout)

  private struct Key: Hashable {
    var transmit: NTPTimestamp
    var asker: Role
  }

  package init() {}

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    finished += pending.expire(at: moment.time)
    do throws(DissectionError) {
      let message = try NTPMessage(parsing: bytes)
      guard let time = message.time else {
        otherMessages += 1
        return
      }
      let isAnswer = answer(message, time, from: role, at: moment)
      switch message.mode {
      case .client, .symmetricActive, .symmetricPassive:
        ask(message, time, from: role, at: moment)
      default: if !isAnswer { otherMessages += 1 }
      }
    } catch {
      malformedMessages += 1
    }
  }

  package mutating func finish(at moment: Moment) { finished += pending.removeAll() }

  private mutating func answer(
    _ message: NTPMessage,
    _ time: NTPMessage.Time,
    from role: Role,
    at moment: Moment
  ) -> Bool {
    let key = Key(transmit: time.origin, asker: role.peer)
    guard message.mode != .client, var transaction = pending.remove(key) else { return false }
    transaction.response = moment
    transaction.answer = time
    transaction.isUnsynchronised = message.leap == 3
    finished.append(transaction)
    return true
  }

  private mutating func ask(
    _ message: NTPMessage,
    _ time: NTPMessage.Time,
    from role: Role,
    at moment: Moment
  ) {
    let key = Key(transmit: time.transmit, asker: role)
    if let repeated = pending.remove(key) { finished.append(repeated) }
    let transaction = NTPTransaction(asker: role, version: message.version, request: moment)
    finished += pending.insert(transaction, for: key, at: moment.time)
  }
}
