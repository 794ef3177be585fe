import Dissection

/// Puts the DHCP messages of all flows together to exchanges: a client asks everybody and is answered
/// by somebody.
struct DHCPExchanges: Sendable {
  private var transactions = DHCPTransactions()

  init() {}

  /// The DHCP message in a transaction, and the exchanges that it completes.
  mutating func receive(
    _ transaction: borrowing ApplicationTransaction
  ) -> (message: DHCPMessage, exchanges: [DHCPTransaction])? {
    guard case .dhcp(let shared) = transaction.content else { return nil }
    let received = shared.value
    transactions.receive(received.message, at: received.moment)
    let exchanges = transactions.finished
    transactions.finished.removeAll()
    return (received.message, exchanges)
  }

  /// Exchanges that were decided before their time because there were too many.
  var omitted: UInt64 { transactions.evictions }

  /// The exchanges that nobody has decided so far.
  var open: [DHCPTransaction] {
    var ended = transactions
    ended.finish()
    return ended.finished
  }
}
