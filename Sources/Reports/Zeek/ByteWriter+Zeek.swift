internal import Flows
internal import Packets

extension ByteWriter {
  /// Puts a line of `conn.log` as TSV.
  mutating func put(_ connection: ZeekConnection, uid: ZeekUID, communityID: CommunityID) {
    put(seconds: connection.start.nanoseconds, decimals: 6)
    tab()
    uid.write(to: &self)
    tab()
    put(connection.originator.address)
    tab()
    put(UInt64(connection.originator.port))
    tab()
    put(connection.responder.address)
    tab()
    put(UInt64(connection.responder.port))
    tab()
    put(connection.proto)
    tab()
    put(connection.service ?? "-")
    tab()
    if let duration = connection.duration {
      put(seconds: duration, decimals: 6)
    } else {
      put("-")
    }
    tab()
    putCount(connection.originatorBytes)
    putCount(connection.responderBytes)
    put(connection.state.name)
    tab()
    putFlag(LocalNetworks.contains(connection.originator.address))
    putFlag(LocalNetworks.contains(connection.responder.address))
    putCount(connection.missedBytes)
    if connection.history.count == 0 {
      put("-")
    } else {
      put(connection.history)
    }
    tab()
    putCount(connection.forward.packets)
    putCount(connection.forward.ipBytes)
    putCount(connection.backward.packets)
    putCount(connection.backward.ipBytes)
    put("-\t")
    putCount(UInt64(connection.ipProtocol))
    communityID.write(to: &self)
    put(UInt8(ascii: "\n"))
  }

  /// Puts a `history` as Zeek writes it; nothing where it is empty.
  mutating func put(_ history: ZeekHistory) {
    for index in 0..<history.count { put(history[index]) }
  }

  private mutating func putCount(_ count: UInt64?) {
    if let count {
      put(count)
    } else {
      put("-")
    }
    tab()
  }

  private mutating func putFlag(_ flag: Bool) {
    put(UInt8(ascii: flag ? "T" : "F"))
    tab()
  }

  private mutating func tab() { put(UInt8(ascii: "\t")) }
}
