import Dissection
import Testing

struct HTTPUpgradeTests {
  @Test(arguments: [1, .max])
  func framesOfAWebSocketAreCounted(piece: Int) throws {
    let dialogue = Dialogue(
      .client("GET /chat HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
      .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: WebSocket\r\n\r\n"),
      .clientBytes([0x81, 0x83, 1, 2, 3, 4, 5, 6, 7]),
      .serverBytes([0x82, 126, 1, 0] + [UInt8](repeating: 0, count: 256)),
      .serverBytes([0x89, 0, 0x8a, 0]),
      .clientBytes([0x88, 0x82, 1, 2, 3, 4, 0x03 ^ 1, 0xe8 ^ 2])
    )
    let transactions = dialogue.run(HTTPDissector(), piece: piece)
    let upgrade = try #require(transactions.first?.upgrade)
    let frames = try #require(upgrade.webSocket)
    #expect(upgrade.protocolName == "WebSocket")
    #expect(upgrade.clientBytes == 17)
    #expect(frames.client.texts == 1)
    #expect(frames.client.closeCode == 1000)
    #expect(frames.client.payloadBytes == 5)
    #expect(frames.server.binaries == 1)
    #expect(frames.server.pings == 1)
    #expect(frames.server.pongs == 1)
    #expect(frames.server.payloadBytes == 256)
  }

  @Test func aTunnelIsCountedNotRead() {
    let dialogue = Dialogue(
      .client("CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n"),
      .server("HTTP/1.1 200 Connection established\r\n\r\n"),
      .client("GET / HTTP/1.1\r\n\r\n"),
      .server("abc")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.count == 1)
    #expect(transactions.first?.request?.fullURI == "example.com:443")
    #expect(transactions.first?.upgrade == HTTPUpgrade(clientBytes: 18, serverBytes: 3))
  }

  @Test func aRefusedTunnelIsAnOrdinaryExchange() {
    let dialogue = Dialogue(
      .client("CONNECT example.com:443 HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n"),
      .client("CONNECT example.com:443 HTTP/1.1\r\n\r\n")
    )
    #expect(dialogue.run(HTTPDissector()).map(\.response?.status) == [407, nil])
  }
}
