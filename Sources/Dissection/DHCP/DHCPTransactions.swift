/// Ties DHCP messages together by transaction identifier and client.
///
/// One for a capture, not for a flow: a client without an address asks everybody and is answered by
/// somebody.
package struct DHCPTransactions: Sendable {
  /// Exchanges remembered at once; beyond it the oldest are put out early.
  package static let maximumPending = 4_096
  /// A client has begun anew by then (RFC 2131 §4.1: 64 s at most between tries), in nanoseconds.
  package static let timeout: Int64 = 70_000_000_000

  package var finished: [DHCPTransaction] = []
  /// Messages that came after the decision: copies by relays, acknowledgments of second servers.
  package private(set) var lateMessages: UInt64 = 0
  private var pending = PendingTable<Key, DHCPTransaction>(limit: maximumPending, timeout: timeout)

  private struct Key: Hashable {
    var transaction: UInt32
    var client: HardwareAddress?
  }

  package init() {}

  package var evictions: UInt64 { pending.evictions }

  package mutating func receive(_ message: DHCPMessage, at moment: Moment) {
    putOut(pending.expire(at: moment.time))
    let key = Key(transaction: message.transaction, client: message.hardwareAddress)
    guard var exchange = pending[key] else { return begin(message, key, at: moment) }
    if exchange.outcome != .unanswered {
      // The same number for a new exchange: clients that count from the same start.
      if !message.isReply, message.type == .discover || message.type == .request {
        return begin(message, key, at: moment)
      }
      lateMessages += 1
      return
    }
    exchange.add(message, at: moment)
    pending.update(exchange, for: key, at: moment.time)
    if exchange.outcome != .unanswered { finished.append(exchange) }
  }

  /// Puts out what nobody decided: the capture has ended.
  package mutating func finish() { putOut(pending.removeAll()) }

  private mutating func begin(_ message: DHCPMessage, _ key: Key, at moment: Moment) {
    var exchange = DHCPTransaction(
      transaction: message.transaction,
      hardwareAddress: message.hardwareAddress
    )
    exchange.add(message, at: moment)
    putOut(pending.insert(exchange, for: key, at: moment.time))
    if exchange.outcome != .unanswered { finished.append(exchange) }
  }

  private mutating func putOut(_ gone: [DHCPTransaction]) {
    for exchange in gone where exchange.outcome == .unanswered { finished.append(exchange) }
  }
}
