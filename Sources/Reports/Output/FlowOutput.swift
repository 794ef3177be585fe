package import Flows
package import Packets

/// A file or stream of flows, written record by record as flows end.
package protocol FlowOutput: ~Copyable {
  /// Writes a flow; `path` is what the flow's `PathID` stands for.
  mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) throws(OutputError)

  /// Writes what belongs at the end and hands what is buffered to the descriptor.
  mutating func finish() throws(OutputError)

  /// What an output in memory has collected.
  mutating func takeBytes() -> [UInt8]
}
