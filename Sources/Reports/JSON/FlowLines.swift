package import Flows
package import Packets

/// JSON Lines of flows: one object for each, in the order in which they end.
package struct FlowLines: FlowOutput, ~Copyable {
  private var writer: JSONWriter
  private let communityIDSeed: UInt16
  private let names: NameSource

  package init(
    _ output: consuming ByteWriter,
    communityIDSeed: UInt16 = 0,
    names: NameSource = .none
  ) {
    writer = JSONWriter(output)
    self.names = names
    self.communityIDSeed = communityIDSeed
  }

  package mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) throws(OutputError) {
    writer.write(flow, path: path, communityIDSeed: communityIDSeed, names: names)
    writer.endLine()
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }
}
