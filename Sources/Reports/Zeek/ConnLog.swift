package import Flows
package import Packets

/// Zeek's `conn.log` with the fields of Zeek 8 and `community_id`, as TSV or JSON Lines.
///
/// Differences to Zeek itself: `uid` follows from the flow's number, `tunnel_parents` is never set, and
/// `#open` and `#close` tell the times of the first flow and the last packet rather than of the run.
package struct ConnLog: FlowOutput, ~Copyable {
  package typealias Format = ZeekLogFormat

  private var json: JSONWriter
  private let format: Format
  private let seed: UInt64
  private let communityIDSeed: UInt16
  private var hasHeader = false
  private var last = Timestamp(nanoseconds: 0)

  /// `seed` makes the uids of different captures different.
  package init(
    _ output: consuming ByteWriter,
    format: Format,
    seed: UInt64 = 0,
    communityIDSeed: UInt16 = 0
  ) {
    json = JSONWriter(output)
    self.format = format
    self.seed = seed
    self.communityIDSeed = communityIDSeed
  }

  package mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) throws(OutputError) {
    guard let connection = ZeekConnection(flow) else { return }
    let uid = ZeekUID(flow: flow.id, seed: seed)
    let communityID = CommunityID(flow, seed: communityIDSeed)
    last = max(last, flow.last)
    switch format {
    case .tsv:
      writeHeaderOnce(opened: flow.first)
      json.output.put(connection, uid: uid, communityID: communityID)
    case .json:
      json.write(connection, uid: uid, communityID: communityID)
      json.endLine()
    }
    try json.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) {
    if format == .tsv {
      writeHeaderOnce(opened: last)
      json.output.putZeekTime("#close", last)
    }
    try json.output.flush()
  }

  package mutating func takeBytes() -> [UInt8] { json.output.takeBytes() }

  private mutating func writeHeaderOnce(opened: Timestamp) {
    guard !hasHeader else { return }
    hasHeader = true
    json.output.putZeekHeader(path: "conn", opened: opened)
    json.output.put("#fields")
    for field in Self.fields {
      json.output.put(UInt8(ascii: "\t"))
      json.output.put(field.name)
    }
    json.output.put("\n#types")
    for field in Self.fields {
      json.output.put(UInt8(ascii: "\t"))
      json.output.put(field.type)
    }
    json.output.put(UInt8(ascii: "\n"))
  }
}
