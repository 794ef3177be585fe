/// Transactions of a capture of which tshark 4.0 says something else, and why.
struct TransactionDifference: Sendable {
  var capture: String
  /// Beginnings of the names of the transactions; all where empty.
  var transactions: [String] = []
  var reason: String

  func covers(_ transaction: String) -> Bool {
    transactions.isEmpty || transactions.contains { transaction.hasPrefix($0) }
  }
}
