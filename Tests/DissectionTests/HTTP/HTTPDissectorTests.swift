import Dissection
import Testing

struct HTTPDissectorTests {
  private static let exchange = Dialogue(
    .client("GET /a?b HTTP/1.1\r\nHost: example.com\r\nUser-Agent: x\r\nReferer: y\r\n"),
    .client("\r\n"),
    .server("HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Type: text/plain\r\n"),
    .server("\r\n"),
    .server("12345")
  )

  @Test func anExchangeHasItsFieldsAndMoments() throws {
    let transactions = Self.exchange.run(HTTPDissector())
    let transaction = try #require(transactions.first)
    let request = try #require(transaction.request)
    let response = try #require(transaction.response)
    #expect(transactions.count == 1)
    #expect(request.method == "GET")
    #expect(request.fullURI == "http://example.com/a?b")
    #expect(request.fields.userAgent == "x")
    #expect(request.fields.referrer == "y")
    #expect(request.times == times(1, 2, 2))
    #expect(response.status == 200)
    #expect(response.fields.contentType == "text/plain")
    #expect(response.body.seen == 5)
    #expect(response.times == times(3, 4, 5))
  }

  @Test(arguments: [1, 2, 7])
  func portionsMakeNoDifference(piece: Int) {
    let whole = Self.exchange.run(HTTPDissector()).map { "\($0)" }
    #expect(Self.exchange.run(HTTPDissector(), piece: piece).map { "\($0)" } == whole)
  }

  @Test func chunksAndTrailersAreNoContent() throws {
    let dialogue = Dialogue(
      .client("GET / HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n"),
      .server("4;x=y\r\nabcd\r\nA\r\n0123456789\r\n0\r\nTrailer: 1\r\n\r\n"),
      .client("GET /2 HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.response?.body.seen) == [14, 0])
    #expect(transactions.map(\.response?.status) == [200, 404])
    #expect(transactions.map(\.depth) == [1, 2])
  }

  @Test func pipelinedRequestsGetTheirResponsesInOrder() {
    let dialogue = Dialogue(
      .client("HEAD /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nPOST /3 HTTP/1.1\r\n"),
      .client("Content-Length: 3\r\n\r\nabc"),
      .server("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nHTTP/1.1 304 Not Modified\r\n"),
      .server("Content-Length: 9\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.request?.uri) == ["/1", "/2", "/3"])
    #expect(transactions.map(\.response?.status) == [200, 304, 201])
    #expect(transactions.map(\.request?.body.seen) == [0, 0, 3])
  }

  @Test func interimResponsesDoNotAnswer() throws {
    let dialogue = Dialogue(
      .client("PUT / HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-continue\r\n\r\n"),
      .server("HTTP/1.1 100 Continue\r\n\r\n"),
      .client("x"),
      .server("HTTP/1.1 204 No Content\r\n\r\n")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.response?.status) == [204])
    #expect(transactions.first?.informational.map(\.status) == [100])
    #expect(transactions.first?.informational.first?.end == Dialogue.moment(2))
  }

  @Test func contentWithoutLengthEndsWithTheConnection() {
    let dialogue = Dialogue(
      .client("GET / HTTP/1.0\r\n\r\n"),
      .server("HTTP/1.0 200 OK\r\n\r\nabc"),
      .server("HTTP/1.0 is no start line here\r\n"),
      .close(.server)
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.response?.body.seen) == [35])
    #expect(transactions.first?.response?.times.end == Dialogue.moment(3))
  }

  @Test func aSimpleRequestIsAnsweredByContentAlone() {
    let dialogue = Dialogue(
      .client("GET /old\r\n"),
      .server("<html>"),
      .close(.server)
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.request?.version) == [.http09])
    #expect(transactions.map(\.response?.body.seen) == [6])
    #expect(transactions.first?.response?.status == nil)
  }

  @Test func foldedLinesAreOneValue() {
    let dialogue = Dialogue(.client("GET / HTTP/1.1\r\nUser-Agent: a\r\n\t b\r\nHost: c\r\n\r\n"))
    let fields = dialogue.run(HTTPDissector()).first?.request?.fields
    #expect(fields?.userAgent == "a b")
    #expect(fields?.host == "c")
  }

  @Test func aLateRequestFindsTheResponseThatCameBefore() {
    let dialogue = Dialogue(
      .server("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\na"),
      .client("GET / HTTP/1.1\r\n\r\n"),
      .server("bc")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.count == 1)
    #expect(transactions.first?.request?.uri == "/")
    #expect(transactions.first?.response?.body.seen == 3)
  }

  private func times(_ start: Int, _ headEnd: Int, _ end: Int) -> HTTPTimes {
    HTTPTimes(
      start: Dialogue.moment(start),
      headEnd: Dialogue.moment(headEnd),
      end: Dialogue.moment(end)
    )
  }
}
