package import Analysis

/// A file or stream of what Wireshark would say of packets, one record for each.
package protocol WiresharkOutput: ~Copyable {
  mutating func write(_ observation: WiresharkObservation) throws(OutputError)

  /// Hands what is buffered to the descriptor.
  mutating func finish() throws(OutputError)
}
