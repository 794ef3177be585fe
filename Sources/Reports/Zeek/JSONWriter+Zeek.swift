internal import Flows
internal import Packets

extension JSONWriter {
  /// Writes a line of `conn.log` as Zeek's JSON: unset fields are left out.
  mutating func write(_ connection: ZeekConnection, uid: ZeekUID, communityID: CommunityID) {
    beginObject()
    number("ts") { $0.put(seconds: connection.start.nanoseconds, decimals: 6) }
    quoted("uid") { uid.write(to: &$0) }
    field("id.orig_h", connection.originator.address)
    field("id.orig_p", connection.originator.port)
    field("id.resp_h", connection.responder.address)
    field("id.resp_p", connection.responder.port)
    field("proto", connection.proto)
    if let service = connection.service { field("service", service) }
    if let duration = connection.duration {
      number("duration") { $0.put(seconds: duration, decimals: 6) }
    }
    if let bytes = connection.originatorBytes { field("orig_bytes", bytes) }
    if let bytes = connection.responderBytes { field("resp_bytes", bytes) }
    quoted("conn_state") { $0.put(connection.state.name) }
    field("local_orig", LocalNetworks.contains(connection.originator.address))
    field("local_resp", LocalNetworks.contains(connection.responder.address))
    field("missed_bytes", connection.missedBytes)
    if connection.history.count > 0 { quoted("history") { $0.put(connection.history) } }
    field("orig_pkts", connection.forward.packets)
    field("orig_ip_bytes", connection.forward.ipBytes)
    field("resp_pkts", connection.backward.packets)
    field("resp_ip_bytes", connection.backward.ipBytes)
    field("ip_proto", UInt16(connection.ipProtocol))
    quoted("community_id") { communityID.write(to: &$0) }
    endObject()
  }
}
