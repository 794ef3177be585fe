package import Analysis

/// A file or stream of what applications did, written one by one as it is complete.
package protocol TransactionOutput: ~Copyable {
  mutating func write(_ transaction: ApplicationTransaction) throws(OutputError)

  /// Hands what is buffered to the descriptor.
  mutating func finish() throws(OutputError)

  /// What an output in memory has collected.
  mutating func takeBytes() -> [UInt8]
}
