import Dissection
import Flows
import Packets
import Testing

@testable import Analysis

/// Protocols that make room for another one in the same flow.
struct HandOverTests {
  /// A ClientHello without extensions, in one record.
  private static let hello: [UInt8] =
    [22, 3, 1, 0, 45, 1, 0, 0, 41, 3, 3] + [UInt8](repeating: 7, count: 32)
    + [0, 0, 2, 0x13, 0x01, 1, 0]

  private func versions(_ contents: [ApplicationContent]) -> [Int] {
    contents.compactMap {
      if case .tls(let session) = $0 { session.value.clientHello?.cipherSuites.count } else { nil }
    }
  }

  /// What a mail server and its client say until TLS begins.
  struct Opening: Sendable, CustomTestStringConvertible {
    var port: UInt16
    var greeting: String
    var request: String
    var agreement: String
    var services: String

    var testDescription: String { services }
  }

  @Test(
    "TLS begins with the next byte",
    arguments: [
      Opening(
        port: 25,
        greeting: "220 x ESMTP\r\n",
        request: "STARTTLS\r\n",
        agreement: "220 go\r\n",
        services: "smtp,ssl"
      ),
      Opening(
        port: 21,
        greeting: "220 x\r\n",
        request: "AUTH TLS\r\n",
        agreement: "234 go\r\n",
        services: "ftp,ssl"
      ),
      Opening(
        port: 110,
        greeting: "+OK x\r\n",
        request: "STLS\r\n",
        agreement: "+OK\r\n",
        services: "pop3,ssl"
      ),
      Opening(
        port: 143,
        greeting: "* OK x\r\n",
        request: "a STARTTLS\r\n",
        agreement: "a OK\r\n",
        services: "imap,ssl"
      ),
      Opening(
        port: 3128,
        greeting: "",
        request: "CONNECT a.example:443 HTTP/1.1\r\nHost: a\r\n\r\n",
        agreement: "HTTP/1.1 200 OK\r\n\r\n",
        services: "http,ssl"
      ),
    ]
  )
  func tlsFollows(opening: Opening) {
    let story = ConversationStory(port: opening.port)
    if !opening.greeting.isEmpty { story.send(opening.greeting, .responder) }
    story.send(opening.request)
    story.send(opening.agreement, .responder)
    story.send(Array(Self.hello.prefix(9)))
    story.send(Array(Self.hello.dropFirst(9)))
    #expect(story.services == opening.services)
    story.end()
    #expect(versions(story.contents) == [1])
    #expect(story.contents.count == 2)
  }

  @Test func aTunnelCarriesWhateverItsBytesSay() {
    let story = ConversationStory(port: 8080)
    story.send("CONNECT mail.example:25 HTTP/1.1\r\n\r\n")
    story.send("HTTP/1.1 200 OK\r\n\r\n220 x ESMTP\r\n", .responder)
    story.send("EHLO a\r\nSTARTTLS\r\n")
    story.send("250 x\r\n220 go\r\n", .responder)
    story.send(Self.hello)
    #expect(story.services == "http,smtp,ssl")
    story.end()
    #expect(versions(story.contents) == [1])
    let names = story.contents.compactMap {
      if case .smtp(let session) = $0 { session.value.clientName } else { nil }
    }
    #expect(names == ["a"])
  }

  @Test func whatNobodyKnowsInATunnelIsLeftToIt() {
    let story = ConversationStory(port: 8080)
    story.send("CONNECT a:9999 HTTP/1.1\r\n\r\n")
    story.send("HTTP/1.1 200 OK\r\n\r\n", .responder)
    story.send("{} begins no protocol that anybody knows")
    story.send("{} nor does this", .responder)
    #expect(story.services == "http")
    story.end()
    let bytes = story.contents.compactMap {
      if case .http(let transaction) = $0 { transaction.value.upgrade?.clientBytes } else { nil }
    }
    #expect(bytes == [40])
  }

  @Test("Who spoke first is not the client of SSH", arguments: [22, 9_999] as [UInt16])
  func theOriginatorIsTheClientOfSSH(port: UInt16) {
    let story = ConversationStory(port: port)
    story.send("SSH-2.0-server\r\n", .responder)
    story.send("SSH-2.0-client\r\n")
    story.end()
    let versions = story.contents.compactMap {
      if case .ssh(let session) = $0 { session.value.client.version } else { nil }
    }
    #expect(story.services == "ssh")
    #expect(versions == ["SSH-2.0-client"])
  }

  @Test func aGreetingWithoutANameIsToldByTheClient() {
    let story = ConversationStory(port: 9_999)
    story.send("220 welcome\r\n", .responder)
    #expect(story.service == nil)
    story.send("USER me\r\n")
    #expect(story.services == "ftp")
    story.end()
    let users = story.contents.compactMap {
      if case .ftp(let session) = $0 { session.value.user } else { nil }
    }
    #expect(users == ["me"])
  }

  @Test func tlsThatWasAgreedOnAndDoesNotComeIsNone() {
    let story = ConversationStory(port: 25)
    story.send("220 x ESMTP\r\n", .responder)
    story.send("STARTTLS\r\n")
    story.send("220 go\r\n", .responder)
    #expect(story.services == "smtp")
    story.send("QUIT\r\n")
    #expect(story.services == "smtp")
    story.end()
    #expect(story.contents.count == 1)
  }

  @Test func whatIsNotLookedForIsNotReadInATunnelEither() {
    let only = ~ApplicationProtocol.smtp.bit
    let story = ConversationStory(port: 25, excluded: only)
    story.send("220 x ESMTP\r\n", .responder)
    story.send("STARTTLS\r\n")
    story.send("220 go\r\n", .responder)
    story.send(Self.hello)
    #expect(story.services == "smtp")
  }
}
