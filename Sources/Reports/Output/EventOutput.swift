package import Flows

/// A file or stream of events, written one by one as they happen.
package protocol EventOutput: ~Copyable {
  mutating func write(_ event: FlowEvent) throws(OutputError)

  /// Hands what is buffered to the descriptor.
  mutating func finish() throws(OutputError)

  /// What an output in memory has collected.
  mutating func takeBytes() -> [UInt8]
}
