package import Flows
package import Packets

/// Zeek's `conn.log` with the fields of Zeek 8 and `community_id`, as TSV or JSON Lines.
///
/// Differences to Zeek itself: `uid` follows from the flow's number, `tunnel_parents` is never set, and
/// `#open` and `#close` tell the times of the first flow and the last packet rather than of the run.
package struct ConnLog: FlowOutput, ~Copyable {
  package typealias Format = ZeekLogFormat

  private var log: ZeekLogWriter
  private let seed: UInt64

  /// `seed` makes the uids of different captures different.
  package init(
    _ output: consuming ByteWriter,
    format: Format,
    seed: UInt64 = 0
  ) {
    log = ZeekLogWriter(output, format: format)
    self.seed = seed
  }

  package mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) throws(OutputError) {
    guard let row = ConnLogRow(flow, seed: seed) else { return }
    try log.write(row)
  }

  /// Ends the log, which without connections is its header alone.
  package mutating func finish() throws(OutputError) {
    var none = FlowRecord()
    none.transport = .udp
    if let row = ConnLogRow(none, seed: seed) {
      log.writeHeaderOnce(row)
    }
    try log.finish()
  }

  package mutating func takeBytes() -> [UInt8] { log.takeBytes() }
}
