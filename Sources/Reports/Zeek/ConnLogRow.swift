internal import Flows
internal import Packets

/// A line of `conn.log` (Zeek's `base/protocols/conn/main.zeek`), with `community_id`.
struct ConnLogRow: ZeekRow {
  static let log = ZeekLogName.conn

  let connection: ZeekConnection
  let uid: ZeekUID
  let communityID: CommunityID
  /// When the last packet was seen, later than the connection's end where Zeek ends it before.
  let end: Int64

  var time: Int64 { connection.start.nanoseconds }

  /// The line of a flow; `nil` where Zeek makes none of it.
  init?(_ flow: borrowing FlowRecord, seed: UInt64) {
    guard let connection = ZeekConnection(flow) else { return nil }
    self.connection = connection
    uid = ZeekUID(flow: flow.id, seed: seed)
    communityID = CommunityID(flow)
    end = flow.last.nanoseconds
  }

  func write(to log: inout ZeekLogWriter) {
    log.time("ts", time)
    log.characters("uid") { uid.write(to: &$0) }
    log.address("id.orig_h", connection.originator.address)
    log.port("id.orig_p", connection.originator.port)
    log.address("id.resp_h", connection.responder.address)
    log.port("id.resp_p", connection.responder.port)
    log.characters("proto", type: "enum") { $0.put(connection.proto) }
    log.string("service", connection.service)
    log.interval("duration", connection.duration)
    log.count("orig_bytes", connection.originatorBytes)
    log.count("resp_bytes", connection.responderBytes)
    log.characters("conn_state") { $0.put(connection.state.name) }
    log.bool("local_orig", LocalNetworks.contains(connection.originator.address))
    log.bool("local_resp", LocalNetworks.contains(connection.responder.address))
    log.count("missed_bytes", connection.missedBytes)
    log.characters("history", isSet: connection.history.count > 0) { $0.put(connection.history) }
    log.count("orig_pkts", connection.forward.packets)
    log.count("orig_ip_bytes", connection.forward.ipBytes)
    log.count("resp_pkts", connection.backward.packets)
    log.count("resp_ip_bytes", connection.backward.ipBytes)
    log.list("tunnel_parents", nil, type: "set[string]")
    log.count("ip_proto", UInt64(connection.ipProtocol))
    log.characters("community_id") { communityID.write(to: &$0) }
  }
}
