import Dissection
import TestSupport
import Testing

struct DNSStreamTests {
  private static func framed(_ message: [UInt8]) -> [UInt8] {
    FrameBuilder.bigEndian(UInt16(message.count)) + message
  }

  private static func moment(_ frame: UInt64) -> Moment {
    Moment(frame: frame, time: Int64(frame) * 1_000)
  }

  private static let queries = [1, 2, 3].flatMap { framed(DNSBytes.query("a.de", id: $0)) }
  private static let answers = [3, 1, 2].flatMap { framed(DNSBytes.response("a.de", id: $0)) }

  @Test(arguments: [1, 2, 3, 7, 24, 500])
  func messagesAreReadInAnyPortions(size: Int) {
    var stream = DNSStream()
    var frame: UInt64 = 0
    for (bytes, role) in [(Self.queries, Role.client), (Self.answers, .server)] {
      for start in stride(from: 0, to: bytes.count, by: size) {
        frame += 1
        let portion = Array(bytes[start..<min(bytes.count, start + size)])
        stream.receive(portion.span.bytes, from: role, at: Self.moment(frame))
      }
    }
    stream.close(.client, at: Self.moment(frame))
    stream.finish(at: Self.moment(frame))
    #expect(stream.finished.map(\.id) == [3, 1, 2])
    #expect(stream.finished.allSatisfy { $0.response != nil && $0.transport == .tcp })
    #expect(stream.malformedMessages == 0)
  }

  @Test func aGapWithinAMessageCostsThatMessageOnly() {
    var stream = DNSStream()
    let queries = Self.queries
    stream.receive(queries.span.bytes.extracting(..<10), from: .client, at: Self.moment(1))
    stream.skip(5, from: .client, at: Self.moment(2))
    stream.receive(queries.span.bytes.extracting(15...), from: .client, at: Self.moment(2))
    stream.finish(at: Self.moment(3))
    #expect(stream.finished.map(\.id) == [2, 3])
  }

  @Test func afterALongerGapTheNextMessageStartIsFound() {
    var stream = DNSStream()
    let queries = Self.queries
    let length = queries.count / 3
    stream.receive(queries.span.bytes.extracting(..<10), from: .client, at: Self.moment(1))
    stream.skip(Int64(length), from: .client, at: Self.moment(2))
    let rest = queries.span.bytes.extracting((10 + length)..<(2 * length))
    stream.receive(rest, from: .client, at: Self.moment(2))
    stream.receive(
      queries.span.bytes.extracting((2 * length)...),
      from: .client,
      at: Self.moment(3)
    )
    stream.finish(at: Self.moment(4))
    #expect(stream.finished.map(\.id) == [3])
  }

  @Test func streamsAreKnownByTheirFirstMessage() {
    let query = Self.queries
    let answer = Self.answers
    let web = Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8)
    #expect(DNSStream.recognise(query.span.bytes) == .yes(.client))
    #expect(DNSStream.recognise(answer.span.bytes) == .yes(.server))
    #expect(DNSStream.recognise(query.span.bytes.extracting(..<1)) == .needsMore)
    #expect(DNSStream.recognise(query.span.bytes.extracting(..<16)) == .needsMore)
    #expect(DNSStream.recognise(web.span.bytes) == .no)
    let short: [UInt8] = [0, 14] + DNSBytes.query("a.de") + [0, 0, 0, 0]
    #expect(DNSStream.recognise(short.span.bytes) == .no)
  }
}
