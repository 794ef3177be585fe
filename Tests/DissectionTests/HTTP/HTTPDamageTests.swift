import Dissection
import Testing

struct HTTPDamageTests {
  private static let head = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"

  @Test func aGapInsideContentIsSteppedOver() {
    let dialogue = Dialogue(
      .client("GET /1 HTTP/1.1\r\n\r\n"),
      .server(Self.head + "0123456789"),
      .gap(80, .server),
      .server("0123456789HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"),
      .client("GET /2 HTTP/1.1\r\n\r\n")
    )
    let first = dialogue.run(HTTPDissector()).first
    #expect(first?.response?.body.seen == 20)
    #expect(first?.response?.body.missing == 80)
    #expect(first?.response?.times.end == Dialogue.moment(4))
  }

  @Test func behindALongerGapTheNextStartLineIsFound() {
    let dialogue = Dialogue(
      .client("GET /1 HTTP/1.1\r\n\r\n"),
      .server(Self.head),
      .gap(101, .server),
      .server("rest of content\r\n"),
      .client("GET /2 HTTP/1.1\r\n\r\n"),
      .server("more of it"),
      .server("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.request?.uri) == ["/1", "/2"])
    #expect(transactions.map(\.response?.status) == [200, 404])
    #expect(transactions.first?.response?.times.end == nil)
  }

  @Test func aLostResponseIsNotTheNextOne() {
    let dialogue = Dialogue(
      .client("GET /1 HTTP/1.1\r\n\r\n"),
      .gap(500, .server),
      .server("the end of the first response"),
      .client("GET /2 HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.request?.uri) == ["/1", "/2"])
    #expect(transactions.map(\.response?.status) == [nil, 200])
  }

  @Test func aGapInTheFieldsLeavesWhatWasRead() {
    let dialogue = Dialogue(
      .client("GET /1 HTTP/1.1\r\nHost: a\r\nUser-"),
      .gap(20, .client),
      .server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.request?.fields.host) == ["a"])
    #expect(transactions.first?.request?.times.headEnd == nil)
    #expect(transactions.map(\.response?.status) == [200])
  }

  @Test(arguments: [Role.client, .server])
  func oneSideAloneIsRead(role: Role) {
    let dialogue =
      role == .client
      ? Dialogue(.client("GET / HTTP/1.1\r\n\r\n"), .client("GET / HTTP/1.1\r\n\r\n"))
      : Dialogue(
        .server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab"),
        .server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
      )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.count == 2)
    #expect(transactions.allSatisfy { ($0.request != nil) == (role == .client) })
    #expect(transactions.allSatisfy { ($0.response != nil) == (role == .server) })
  }

  @Test func anUnseenHeadRequestIsToldByTheMissingContent() {
    let dialogue = Dialogue(
      .server(Self.head),
      .server("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
    )
    #expect(dialogue.run(HTTPDissector()).map(\.response?.status) == [200, 404])
  }

  @Test func garbageBeforeAMessageIsLeftOut() {
    let dialogue = Dialogue(
      .clientBytes([0, 255, 10, 13]),
      .client("\r\n\r\nnot a line of HTTP\nGET / HTTP/1.1\r\n\r\n")
    )
    #expect(dialogue.run(HTTPDissector()).map(\.request?.uri) == ["/"])
  }

  @Test(arguments: ["x\r\n", "-1\r\n", "1000000000000000\r\n", "2\r\nabc\r\n"])
  func aBrokenChunkEndsTheMessage(chunk: String) {
    let dialogue = Dialogue(
      .client("GET / HTTP/1.1\r\n\r\n"),
      .server("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.count == 1)
    #expect(transactions.first?.response?.times.end == nil)
  }

  @Test func endlessLinesAndFieldsAreBounded() throws {
    let long = String(repeating: "a", count: 4 * HTTPLimits.line)
    let many = String(repeating: "A: b\r\n", count: 2 * HTTPLimits.fields)
    let dialogue = Dialogue(
      .client("GET / HTTP/1.1\r\nHost: \(long)\r\n\r\n"),
      .client("GET /2 HTTP/1.1\r\nHost: x\r\n" + many + "\r\n")
    )
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.first?.request?.fields.host?.utf8.count == HTTPLimits.value)
    #expect(transactions.last?.request?.fields.host == "x")
    #expect(transactions.last?.request?.times.headEnd == nil)
  }

  @Test func unansweredRequestsAreBounded() {
    var dialogue = Dialogue()
    let count = 2 * HTTPLimits.pipelined
    dialogue.steps = (0..<count).map { .client("GET /\($0) HTTP/1.1\r\n\r\n") }
    let transactions = dialogue.run(HTTPDissector())
    #expect(transactions.map(\.request?.uri) == (0..<count).map { "/\($0)" })
  }
}
