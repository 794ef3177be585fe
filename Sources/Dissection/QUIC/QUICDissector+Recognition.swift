extension QUICDissector {
  /// Whether a datagram is one of QUIC, and whose, as far as its headers tell.
  ///
  /// They cannot tell the sender of every Initial; the keys do, which the dissector makes anyway.
  package static func recognise(_ datagram: RawSpan) -> Recognition {
    guard datagram.byteCount >= 7, datagram.byte(at: 0) & 0x80 != 0,
      let header = try? QUICPacketHeader(parsing: datagram),
      header.mayOpen
    else { return .no }
    switch header.type {
    case .initial: return .yes(likelySender(of: header, in: datagram))
    case .zeroRTT: return .yes(.client)
    case .retry: return .yes(.server)
    case .versionNegotiation: return isNegotiation(header, datagram) ? .yes(.server) : .no
    // Either side's: the next datagram may tell.
    case .handshake: return .needsMore
    case .oneRTT, .unknown: return .no
    }
  }

  /// A client's first Initial has an id of eight bytes or more, and fills its datagram to 1200 bytes
  /// or more (RFC 9000 §7.2, §14.1); a server's has no token (§17.2.2).
  private static func likelySender(of header: QUICPacketHeader, in datagram: RawSpan) -> Role {
    if !header.token.isEmpty { return .client }
    let couldBeClient = header.destination.count >= 8 && datagram.byteCount >= 1_200
    return couldBeClient ? .client : .server
  }

  /// Whether a list of versions has one that exists; so many zeros are in other protocols, too.
  private static func isNegotiation(_ header: QUICPacketHeader, _ datagram: RawSpan) -> Bool {
    var reader = ByteReader(datagram.extracting(header.numberOffset...))
    guard reader.remaining > 0, reader.remaining % 4 == 0 else { return false }
    while let number = try? reader.readUInt32() {
      let version = QUICVersion(rawValue: number)
      // Numbers of drafts begin with 0xff0000.
      if version.isKnown || number >> 8 == 0xff_0000 { return true }
    }
    return false
  }
}
