import Dissection
import Testing

struct DNSMessageTests {
  @Test func everyBitOfTheHeaderIsTold() throws {
    let flags = DNSFlags(rawValue: 0b1010_1101_0011_0011)
    #expect(flags.isResponse)
    #expect(flags.opcode == .update)
    #expect(flags.isAuthoritative)
    #expect(!flags.isTruncated)
    #expect(flags.isRecursionDesired)
    #expect(!flags.isRecursionAvailable)
    #expect(!flags.isReservedSet)
    #expect(flags.isAuthenticated)
    #expect(flags.isCheckingDisabled)
    #expect(flags.responseCode == .nonExistentDomain)
  }

  @Test func multicastTakesTheTopBitOfTheClass() throws {
    let bytes =
      DNSBytes.header(questions: 1, answers: 1) + DNSBytes.question("a.local", class: 0x8001)
      + DNSBytes.record(type: 1, class: 0x8001, [10, 0, 0, 1])
    let message = try DNSMessage(parsing: bytes.span.bytes, as: .multicast)
    #expect(message.questions.first?.wantsUnicastResponse == true)
    #expect(message.questions.first?.class == .internet)
    #expect(message.answers.first?.flushesCache == true)
    #expect(message.answers.first?.class == .internet)
    let unicast = try DNSMessage(parsing: bytes.span.bytes)
    #expect(unicast.questions.first?.class.rawValue == 0x8001)
    #expect(unicast.answers.first?.flushesCache == false)
  }

  @Test func whatIsThereOfACutMessageIsKept() throws {
    let bytes = DNSBytes.response(
      "a.de",
      [DNSBytes.record(type: 1, [10, 0, 0, 1]), DNSBytes.record(type: 1, [10, 0, 0, 2])]
    )
    for count in 0..<12 {
      #expect(throws: DissectionError.truncated) {
        try DNSMessage(parsing: bytes.span.bytes.extracting(..<count))
      }
    }
    // Header, question, and two records of sixteen bytes.
    for (count, entries) in [(12, 0), (21, 0), (22, 1), (33, 1), (38, 2), (49, 2)] {
      let message = try DNSMessage(parsing: bytes.span.bytes.extracting(..<count))
      #expect(message.questions.count + message.answers.count == entries)
      #expect(message.damage == .truncated)
    }
    let cut = try DNSMessage(parsing: bytes.span.bytes.extracting(..<(bytes.count - 1)))
    #expect(cut.answers.last?.data == .malformed(4))
  }

  @Test func aMessageCannotClaimMoreThanIsKept() throws {
    let record: [UInt8] = [0, 0, 99, 0, 1, 0, 0, 0, 0, 0, 0]
    let bytes =
      DNSBytes.header(answers: 5_000) + (0..<5_000).flatMap { _ in record }
    let message = try DNSMessage(parsing: bytes.span.bytes)
    #expect(message.answers.count == DNSMessage.maximumEntries)
    #expect(message.damage == .tooLarge)
  }

  private static let starts: [([UInt8], Recognition)] = [
    (DNSBytes.query("a.de"), Recognition.yes(.client)),
    (DNSBytes.response("a.de"), .yes(.server)),
    (DNSBytes.header(flags: 0x8181), .yes(.server)),
    (DNSBytes.header(flags: 0x8180), .no),
    (DNSBytes.header(flags: 0x0100), .no),
    (DNSBytes.header(flags: 0x0140, questions: 1) + DNSBytes.question("a.de"), .no),
    (DNSBytes.header(flags: 0x7800, questions: 1) + DNSBytes.question("a.de"), .no),
    (DNSBytes.header(questions: 1) + DNSBytes.question("a.de", class: 77), .no),
    (DNSBytes.header(questions: 1) + [0x41, 0, 0, 0, 0], .no),
    (DNSBytes.header(questions: 1) + [3, 97], .needsMore),
    ([0, 7, 1], .needsMore),
    (Array("GET / HTTP/1.1\r\nHost: a\r\n\r\n".utf8), .no),
  ]

  @Test(arguments: starts)
  func messagesAreKnownByTheirContents(bytes: [UInt8], recognition: Recognition) {
    #expect(DNSMessage.recognise(bytes.span.bytes) == recognition)
  }
}
