import Dissection
import Flows
import Packets
import Testing

@testable import Analysis

struct ConversationTests {
  private static let request = "GET /a HTTP/1.1\r\nHost: a\r\n\r\n"
  private static let response = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok"

  private func transactions(_ contents: [ApplicationContent]) -> [HTTPTransaction] {
    contents.compactMap { if case .http(let transaction) = $0 { transaction.value } else { nil } }
  }

  @Test("Content tells the protocol at any port, in any portions", arguments: [1, 3, 7, 1_000])
  func recognisesByContent(portion: Int) {
    let story = ConversationStory(port: 9_999)
    for (text, direction) in [
      (Self.request, FlowDirection.originator), (Self.response, .responder),
    ] {
      var rest = text[...]
      while !rest.isEmpty {
        story.send(String(rest.prefix(portion)), direction)
        rest = rest.dropFirst(portion)
      }
    }
    let found = transactions(story.contents)
    #expect(found.map { $0.request?.uri } == ["/a"])
    #expect(found.map { $0.response?.status } == [200])
    #expect(story.service == .http)
  }

  @Test func whoeverOpenedTheFlowTheClientIsWhoAsks() {
    let story = ConversationStory(port: 40_001)
    story.send(Self.request, .responder)
    story.send(Self.response, .originator)
    #expect(transactions(story.contents).map { $0.response?.status } == [200])
  }

  @Test func segmentsInTheWrongOrderMakeNoDifference() {
    let story = ConversationStory()
    story.send("/a HTTP/1.1\r\n\r\n", at: 5)
    story.send("GET ", at: 1)
    story.send(Self.response, .responder)
    #expect(transactions(story.contents).map { $0.request?.uri } == ["/a"])
  }

  @Test func whatNoDissectorKnowsIsGivenUp() {
    let story = ConversationStory()
    story.send("{} begins no protocol that anybody knows")
    #expect(story.isUnknown)
    #expect(story.service == nil)
  }

  @Test func aStreamJoinedInItsMiddleIsRecognisedByALaterMessage() {
    let story = ConversationStory(port: 9_999, isFromStart: false)
    story.send("rest of a body", .responder, at: 4_000)
    story.send(Self.request, .originator, at: 77)
    story.send(Self.response, .responder)
    #expect(story.service == .http)
    #expect(transactions(story.contents).map { $0.response?.status } == [200])
  }

  @Test func aStreamJoinedInItsMiddleIsWhatItsPortSays() {
    let story = ConversationStory(port: 80, isFromStart: false)
    for _ in 0..<8 { story.send("0123456789", .responder) }
    #expect(story.service == .http)
  }

  @Test func aStreamJoinedInItsMiddleAtAnotherPortIsGivenUp() {
    let story = ConversationStory(port: 9_999, isFromStart: false)
    for _ in 0..<8 { story.send("0123456789", .responder) }
    #expect(story.isUnknown)
  }

  @Test(
    "What the snap length left decides with the port",
    arguments: [(80, ApplicationProtocol.http), (9_999, nil)] as [(UInt16, ApplicationProtocol?)]
  )
  func cutContentNeedsThePort(port: UInt16, expected: ApplicationProtocol?) {
    let story = ConversationStory(port: port)
    story.send("GET /inde", length: 400)
    #expect(story.service == expected)
  }

  @Test func whatIsIncompleteComesWithTheEnd() {
    let story = ConversationStory()
    story.send(Self.request)
    #expect(story.contents.isEmpty)
    story.end()
    #expect(transactions(story.contents).map { $0.response == nil } == [true])
  }

  @Test func aFINEndsAResponseWithoutLength() {
    let story = ConversationStory()
    story.send(Self.request)
    story.send("HTTP/1.0 200 OK\r\n\r\nbody", .responder, flags: [.ack, .fin])
    #expect(transactions(story.contents).map { $0.response?.body.seen } == [4])
  }

  @Test func aLongURINeedsNoEndOfItsLine() {
    let story = ConversationStory(port: 9_999)
    story.send("GET /" + String(repeating: "a", count: 1_400))
    #expect(story.service == .http)
  }

  @Test func aLongDownloadIsCountedAndNotKept() {
    let story = ConversationStory()
    let segment = String(repeating: "x", count: 1_000)
    story.send(Self.request)
    story.send("HTTP/1.1 200 OK\r\nContent-Length: 5000000\r\n\r\n", .responder)
    for _ in 0..<5_000 {
      story.send(segment, .responder)
      if story.memory.bytes > 0 { break }
    }
    #expect(story.memory.bytes == 0)
    #expect(transactions(story.contents).map { $0.response?.body.seen } == [5_000_000])
  }

  @Test func theOpeningKeepsFewBytes() {
    var limits = ConversationLimits()
    limits.openingBytes = 100
    let story = ConversationStory(port: 9_999, limits: limits)
    story.send("XYZ /" + String(repeating: "a", count: 45))
    story.send(String(repeating: "a", count: 50))
    #expect(!story.isUnknown)
    story.send("a")
    #expect(story.isUnknown)
  }
}
