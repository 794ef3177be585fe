import Dissection
import Testing

struct HTTP2DissectorTests {
  private static let preface = Array("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".utf8)
  /// `GET http://x/` and `200`, from the static table but for the authority.
  private static let get: [UInt8] = [0x82, 0x86, 0x84, 0x41, 1, 0x78]
  private static let ok: [UInt8] = [0x88]

  private static let exchange = Dialogue(
    .clientBytes(preface + frame(4) + frame(1, flags: 5, stream: 1, get)),
    .serverBytes(frame(4) + frame(4, flags: 1) + frame(1, flags: 4, stream: 1, ok)),
    .serverBytes(frame(0, flags: 8, stream: 1, [2, 1, 2, 3, 0, 0])),
    .serverBytes(frame(0, flags: 1, stream: 1, [4, 5]))
  )

  @Test(arguments: [1, 5, .max])
  func aStreamIsATransaction(piece: Int) throws {
    let transactions = Self.exchange.run(HTTPDissector(), piece: piece)
    let transaction = try #require(transactions.first)
    #expect(transactions.count == 1)
    #expect(transaction.streamID == 1)
    #expect(transaction.request?.fullURI == "http://x/")
    #expect(transaction.request?.version.description == "2")
    #expect(transaction.response?.status == 200)
    #expect(transaction.response?.body.seen == 5)
    #expect(transaction.response?.times.headEnd == Dialogue.moment(2))
    #expect(transaction.response?.times.end == Dialogue.moment(4))
  }

  @Test func streamsMayEndInAnyOrder() {
    let dialogue = Dialogue(
      .clientBytes(Self.preface + Self.frame(1, flags: 5, stream: 1, Self.get)),
      .clientBytes(Self.frame(1, flags: 5, stream: 3, Self.get)),
      .serverBytes(Self.frame(1, flags: 5, stream: 3, Self.ok)),
      .serverBytes(Self.frame(1, flags: 4, stream: 1, [0x8d])),
      .serverBytes(Self.frame(3, stream: 1, [0, 0, 0, 8]))
    )
    let transactions = dialogue.run(HTTP2Dissector())
    #expect(transactions.map(\.streamID) == [3, 1])
    #expect(transactions.map(\.response?.status) == [200, 404])
    #expect(transactions.map(\.depth) == [2, 1])
    #expect(transactions.last?.response?.times.end == nil)
  }

  @Test func blocksGoOnInContinuations() {
    let dialogue = Dialogue(
      .clientBytes(Self.preface + Self.frame(1, flags: 1, stream: 1, Array(Self.get.prefix(4)))),
      .clientBytes(Self.frame(9, flags: 4, stream: 1, Array(Self.get.dropFirst(4))))
    )
    #expect(dialogue.run(HTTP2Dissector()).map(\.request?.fields.host) == ["x"])
  }

  @Test func promisedStreamsHaveTheirRequests() {
    let dialogue = Dialogue(
      .clientBytes(Self.preface + Self.frame(1, flags: 5, stream: 1, Self.get)),
      .serverBytes(Self.frame(5, flags: 4, stream: 1, [0, 0, 0, 2] + Self.get)),
      .serverBytes(Self.frame(1, flags: 5, stream: 2, Self.ok))
    )
    let transactions = dialogue.run(HTTP2Dissector())
    #expect(transactions.map(\.streamID) == [2, 1])
    #expect(transactions.first?.request?.fullURI == "http://x/")
  }

  @Test func aGapInContentIsSteppedOver() {
    let dialogue = Dialogue(
      .clientBytes(Self.preface + Self.frame(1, flags: 5, stream: 1, Self.get)),
      .serverBytes(Self.frame(1, flags: 4, stream: 1, Self.ok) + [0, 0, 10, 0, 1, 0, 0, 0, 1, 9]),
      .gap(7, .server),
      .serverBytes([9, 9])
    )
    let response = dialogue.run(HTTP2Dissector()).first?.response
    #expect(response?.body.seen == 3)
    #expect(response?.body.missing == 7)
    #expect(response?.times.end == Dialogue.moment(4))
  }

  @Test func behindOtherGapsTheNextFrameIsFound() {
    let dialogue = Dialogue(
      .clientBytes(Self.preface + Self.frame(1, flags: 5, stream: 1, Self.get)),
      .gap(100, .server),
      .serverBytes([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      .serverBytes(Self.frame(1, flags: 5, stream: 1, Self.ok))
    )
    #expect(dialogue.run(HTTP2Dissector()).map(\.response?.status) == [200])
  }

  @Test func anUpgradedRequestIsAnsweredInTheFirstStream() {
    let dialogue = Dialogue(
      .client("GET /up HTTP/1.1\r\nHost: x\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n\r\n"),
      .server("HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n"),
      .serverBytes(Self.frame(4) + Self.frame(1, flags: 5, stream: 1, Self.ok)),
      .clientBytes(Self.preface + Self.frame(4) + Self.frame(1, flags: 5, stream: 3, Self.get)),
      .serverBytes(Self.frame(1, flags: 5, stream: 3, Self.ok))
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.request?.uri) == ["/up", "/"])
    #expect(transactions.map(\.response?.status) == [200, 200])
    #expect(transactions.first?.informational.map(\.status) == [101])
    #expect(transactions.first?.upgrade?.protocolName == "h2c")
  }

  @Test func openStreamsAreBounded() {
    var dialogue = Dialogue(.clientBytes(Self.preface))
    let count = HTTP2Limits.streams + 10
    for stream in 0..<count {
      let id = UInt32(stream * 2 + 1)
      dialogue.steps.append(.clientBytes(Self.frame(1, flags: 5, stream: id, Self.get)))
    }
    #expect(dialogue.run(HTTP2Dissector()).count == count)
  }

  @Test func bothSidesAreRecognised() {
    #expect(HTTP2Dissector.recognise(Self.preface.span.bytes) == .yes(.client))
    #expect(HTTP2Dissector.recognise(Self.frame(4).span.bytes) == .yes(.server))
    #expect(HTTP2Dissector.recognise(Self.frame(1, flags: 5, stream: 1).span.bytes) == .no)
    #expect(HTTPDissector.recognise(Self.preface.span.bytes) == .yes(.client))
    #expect(HTTPDissector.recognise(Self.frame(4).span.bytes) == .yes(.server))
  }

  private static func frame(
    _ type: UInt8,
    flags: UInt8 = 0,
    stream: UInt32 = 0,
    _ payload: [UInt8] = []
  ) -> [UInt8] {
    let length = payload.count
    return [UInt8(length >> 16), UInt8(length >> 8 & 0xff), UInt8(length & 0xff), type, flags]
      + [UInt8(stream >> 24), UInt8(stream >> 16 & 0xff), UInt8(stream >> 8 & 0xff)]
      + [UInt8(stream & 0xff)] + payload
  }
}
