package import Flows
package import Packets

/// JSON Lines of flows: one object for each, in the order in which they end.
package struct FlowLines: FlowOutput, ~Copyable {
  private var writer: JSONWriter
  private let names: NameSource

  package init(
    _ output: consuming ByteWriter,
    names: NameSource = .none
  ) {
    writer = JSONWriter(output)
    self.names = names
  }

  package mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) throws(OutputError) {
    writer.write(flow, path: path, names: names)
    writer.endLine()
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }
}
