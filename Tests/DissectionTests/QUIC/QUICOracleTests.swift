import Dissection
import Packets
import TestSupport
import Testing

/// QUIC on the captures of the corpus that have it, as tshark shows it.
@Suite(
  .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
  .enabled(if: Tshark.isPresent, "\(Tshark.absence)")
)
struct QUICOracleTests {
  private static let captures = ["zeek__ppp-quic-interop-retry.pcap", "ndpi__quic-v2.pcapng"]

  @Test(arguments: captures)
  func longHeadersEqualTsharks(capture: String) throws {
    let path = Corpus.path(for: capture)
    let rows = try #require(Tshark()).fields(
      ["frame.number", "quic.version", "quic.dcid", "quic.scid"],
      of: path,
      where: "quic"
    )
    var theirs: [UInt64: [[Substring]]] = [:]
    for row in rows {
      guard let frame = UInt64(row[0]) else { continue }
      theirs[frame] = row.dropFirst().map {
        $0.split(separator: ";", omittingEmptySubsequences: false)
      }
    }
    var packets = 0
    try CapturedPackets.read(path) { packet, payload in
      guard packet.transport == .udp, let columns = theirs[packet.frame] else { return }
      let headers = longHeaders(payload)
      packets += headers.count
      let versions = headers.map { "0x" + hexadecimal($0.version.rawValue) }
      #expect(versions == columns[0].filter { !$0.isEmpty }.map(String.init))
      // tshark goes on with the ids of short headers, which do not say how long they are.
      let destinations = headers.map(\.destination.hexadecimalText).filter { !$0.isEmpty }
      #expect(
        Array(columns[1].filter { !$0.isEmpty }.map(String.init).prefix(destinations.count))
          == destinations
      )
      let sources = headers.map(\.source.hexadecimalText).filter { !$0.isEmpty }
      #expect(sources == columns[2].filter { !$0.isEmpty }.map(String.init))
    }
    #expect(packets > 5)
  }

  @Test(arguments: captures)
  func hellosEqualTsharks(capture: String) throws {
    let path = Corpus.path(for: capture)
    let names = [
      "tls.handshake.ja3", "tls.handshake.ja3s", "tls.handshake.extensions_server_name",
    ]
    let rows = try #require(Tshark()).fields(names, of: path, where: "quic")
    let theirs = names.indices.map { column in
      rows.flatMap { $0[column].split(separator: ";").map(String.init) }
    }
    var dissector = QUICDissector()
    var roles: [UInt16: Role] = [:]
    try CapturedPackets.read(path) { packet, payload in
      guard packet.transport == .udp else { return }
      let datagram = payload.span.bytes
      if roles.isEmpty, case .yes(let role) = QUICDissector.recognise(datagram) {
        roles = [packet.sourcePort: role, packet.destinationPort: role.peer]
      }
      guard let role = roles[packet.sourcePort] else { return }
      let moment = Moment(frame: packet.frame, time: packet.time.nanoseconds)
      dissector.receive(datagram, from: role, at: moment)
    }
    let connection = dissector.connection
    let hello = try #require(connection.clientHello)
    #expect(Set(theirs[0]) == [JA3(hello).hash])
    #expect(theirs[1] == connection.serverHello.map { [JA3($0).hash] })
    #expect(Set(theirs[2]) == Set([hello.serverName].compactMap { $0 }))
    #expect(connection.undecryptedInitials == 0)
  }

  private func longHeaders(_ datagram: [UInt8]) -> [QUICPacketHeader] {
    var headers: [QUICPacketHeader] = []
    var offset = 0
    while offset < datagram.count,
      let header = try? QUICPacketHeader(parsing: datagram.span.bytes.extracting(offset...)),
      header.type != .oneRTT
    {
      headers.append(header)
      offset += header.length
    }
    return headers
  }

  private func hexadecimal(_ number: UInt32) -> String {
    [24, 16, 8, 0].map { UInt8(number >> $0 & 0xff) }.hexadecimalText
  }
}
