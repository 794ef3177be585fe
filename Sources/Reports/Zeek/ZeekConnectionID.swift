internal import Analysis
internal import Flows
internal import Packets

/// What tells the connection of a line: `uid` and the ends, as in `conn.log`.
struct ZeekConnectionID {
  var uid: ZeekUID
  var originator: Endpoint
  var responder: Endpoint

  init(_ flow: FlowIdentity, seed: UInt64) {
    uid = ZeekUID(flow: flow.id, seed: seed)
    originator = flow.originator
    responder = flow.responder
  }

  init(_ flow: borrowing FlowRecord, seed: UInt64) {
    uid = ZeekUID(flow: flow.id, seed: seed)
    originator = flow.originator
    responder = flow.responder
  }
}

extension ZeekLogWriter {
  /// The five fields; unset where something belongs to no connection.
  mutating func connection(_ connection: ZeekConnectionID?) {
    string("uid", connection?.uid.text)
    address("id.orig_h", connection?.originator.address)
    port("id.orig_p", connection?.originator.port)
    address("id.resp_h", connection?.responder.address)
    port("id.resp_p", connection?.responder.port)
  }
}
