extension QUICDissector {
  /// Whether a datagram is one of QUIC, and whose: an Initial that opens with the client's keys is the
  /// client's.
  package static func recognise(_ datagram: RawSpan) -> Recognition {
    guard datagram.byteCount >= 7, datagram.byte(at: 0) & 0x80 != 0,
      let header = try? QUICPacketHeader(parsing: datagram),
      header.mayOpen
    else { return .no }
    switch header.type {
    case .initial: return .yes(sender(of: header, datagram.extracting(first: header.length)))
    case .zeroRTT: return .yes(.client)
    case .retry: return .yes(.server)
    case .versionNegotiation: return isNegotiation(header, datagram) ? .yes(.server) : .no
    // Either side's: the next datagram may tell.
    case .handshake: return .needsMore
    case .oneRTT, .unknown: return .no
    }
  }

  private static func sender(of header: QUICPacketHeader, _ packet: RawSpan) -> Role {
    let secrets = QUICInitialSecrets(
      version: header.version,
      connectionID: header.destination
    )
    let opened = secrets.client.open(packet, numberOffset: header.numberOffset, largest: nil)
    return opened == nil ? .server : .client
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
