import Dissection
import Packets
import Testing

struct SIPTests {
  private static let call = Dialogue(
    .client(SIPBytes.request("INVITE", session: SIPBytes.offer)),
    .server(SIPBytes.response("100 Trying", sequence: "1 INVITE")),
    .server(SIPBytes.response("180 Ringing", sequence: "1 INVITE")),
    .server(SIPBytes.response("180 Ringing", sequence: "1 INVITE")),
    .server(SIPBytes.response("200 OK", sequence: "1 INVITE", session: SIPBytes.answer)),
    .server(SIPBytes.response("200 OK", sequence: "1 INVITE", session: SIPBytes.answer)),
    .client(SIPBytes.request("ACK")),
    .server(SIPBytes.request("BYE", sequence: "7 BYE")),
    .client(SIPBytes.response("200 OK", sequence: "7 BYE"))
  )

  @Test(
    "A call is an INVITE with its ACK and a BYE",
    arguments: [(true, 1), (true, 7), (true, Int.max), (false, Int.max)]
  )
  func callsAreRead(isStream: Bool, piece: Int) throws {
    let found = Self.call.run(SIPDissector(isStream: isStream), piece: piece)
    #expect(found.map(\.method) == ["INVITE", "BYE"])
    let invite = try #require(found.first)
    #expect(invite.asker == .client)
    #expect(invite.uri == "sip:bob@biloxi.example.com")
    #expect(invite.callID == "3848276298220188511@atlanta.example.com")
    #expect(invite.from?.uri == "sip:alice@atlanta.example.com")
    #expect(invite.from?.tag == "9fxced76sl")
    #expect(invite.to?.tag == "8321234356")
    #expect(invite.userAgent == "Phone 1.0")
    #expect(invite.provisional.map(\.status) == [100, 180])
    #expect(invite.ringing == Dialogue.moment(3))
    #expect(invite.status == 200)
    #expect(invite.reason == "OK")
    #expect(invite.responseTime == 4_000_000_000)
    #expect(invite.acknowledged == Dialogue.moment(7))
    #expect(invite.tries == 1)
    #expect(invite.offer?.media.map(\.codecs) == [["iLBC", "PCMU", "telephone-event"]])
    #expect(invite.answer?.media.map(\.port) == [3456])
    let bye = try #require(found.last)
    #expect(bye.asker == .server)
    #expect(bye.callAnswered == Dialogue.moment(5))
    #expect(bye.callDuration == 3_000_000_000)
    #expect(!"\(found)".contains("secret"))
  }

  @Test(
    "Of a refused login no reason of the server's own is kept: it can repeat the password",
    arguments: [
      ("401 bad secret", nil), ("401 Unauthorized", "Unauthorized"), ("403 secret", nil),
      ("407 proxy authentication required", "proxy authentication required"),
      ("407 secret", nil), ("404 No such user", "No such user"),
    ]
  )
  func reasonsOfRefusals(status: String, reason: String?) {
    let dialogue = Dialogue(
      .client(SIPBytes.request("REGISTER")),
      .server(SIPBytes.response(status, sequence: "1 REGISTER"))
    )
    #expect(dialogue.run(SIPDissector(isStream: false)).map(\.reason) == [reason])
  }

  @Test func mediaAreAnnouncedWithTheMessage() {
    var dissector = SIPDissector(isStream: false)
    let invite = Array(SIPBytes.request("INVITE", session: SIPBytes.offer).utf8)
    dissector.receive(invite.span.bytes, from: .client, at: Dialogue.moment(1))
    #expect(dissector.announcements.map(\.address) == [IPAddress(v4: 0x0a00_0001)])
    #expect(dissector.announcements.map(\.port) == [49_172])
    let type = RTPPayloadType(rawValue: 97)
    #expect(dissector.announcements.first?.encodings[type]?.clockRate == 8_000)
    #expect(dissector.finished.isEmpty)
  }

  @Test func aRequestThatIsSentAgainIsATry() {
    let dialogue = Dialogue(
      .client(SIPBytes.request("REGISTER")),
      .client(SIPBytes.request("REGISTER"))
    )
    let found = dialogue.run(SIPDissector(isStream: false))
    #expect(found.map(\.tries) == [2])
    #expect(found.map(\.status) == [nil])
    #expect(found.map(\.last) == [Dialogue.moment(2)])
  }

  @Test func aStreamGoesOnAfterAGap() {
    let register = SIPBytes.request("REGISTER")
    let dialogue = Dialogue(
      .client(String(SIPBytes.request("OPTIONS").prefix(100))),
      .gap(50, .client),
      .client("rest of it\r\n\r\n" + register),
      .server(SIPBytes.response("200 OK", sequence: "1 REGISTER"))
    )
    #expect(dialogue.run(SIPDissector(isStream: true)).map(\.method) == ["REGISTER"])
  }

  @Test func aGapInTheContentLosesOnlyTheContent() {
    let invite = SIPBytes.request("INVITE", session: SIPBytes.offer)
    let dialogue = Dialogue(
      .clientBytes(Array(invite.utf8.dropLast(60))),
      .gap(60, .client),
      .client(SIPBytes.request("CANCEL")),
      .server(SIPBytes.response("200 OK", sequence: "1 CANCEL"))
    )
    let found = dialogue.run(SIPDissector(isStream: true))
    #expect(found.map(\.method) == ["CANCEL", "INVITE"])
    #expect(found.map { $0.offer == nil } == [true, true])
  }

  @Test func answersWithoutQuestionsAreNoTransactions() {
    var dissector = SIPDissector(isStream: false)
    let answer = Array(SIPBytes.response("200 OK", sequence: "1 INFO").utf8)
    dissector.receive(answer.span.bytes, from: .server, at: Dialogue.moment(1))
    dissector.finish(at: Dialogue.moment(2))
    #expect(dissector.finished.isEmpty)
  }

  @Test func whatWaitsIsBounded() {
    var dissector = SIPDissector(isStream: false)
    for number in 1...2 * SIPLimits.pending {
      let request = Array(SIPBytes.request("INFO", sequence: "\(number) INFO").utf8)
      dissector.receive(request.span.bytes, from: .client, at: Dialogue.moment(1))
    }
    #expect(dissector.finished.count >= SIPLimits.pending)
  }

  @Test func provisionalResponsesAreBounded() throws {
    var dissector = SIPDissector(isStream: false)
    let texts =
      [SIPBytes.request("INVITE")]
      + (0..<20).map { SIPBytes.response("\(110 + $0) Wait", sequence: "1 INVITE") }
    for text in texts {
      let bytes = Array(text.utf8)
      dissector.receive(bytes.span.bytes, from: .client, at: Dialogue.moment(1))
      dissector.receive(bytes.span.bytes, from: .server, at: Dialogue.moment(1))
    }
    dissector.finish(at: Dialogue.moment(2))
    let invite = try #require(dissector.finished.first { $0.asker == .client })
    #expect(invite.provisional.count == SIPLimits.provisional)
    #expect(invite.omittedProvisional == 20 - Int64(SIPLimits.provisional))
  }

  @Test func callsUnderWayAreBounded() {
    var dissector = SIPDissector(isStream: false)
    for number in 0...SIPLimits.calls {
      for text in [
        SIPBytes.request("INVITE"), SIPBytes.response("200 OK", sequence: "1 INVITE"),
        SIPBytes.request("ACK"),
      ] {
        let bytes = Array(text.replacing("Call-ID: ", with: "Call-ID: \(number)").utf8)
        let role: Role = text.hasPrefix("SIP") ? .server : .client
        dissector.receive(bytes.span.bytes, from: role, at: Dialogue.moment(1))
      }
    }
    let untimed = dissector.finished.map(\.isUntimed)
    #expect(untimed.count == SIPLimits.calls + 1)
    #expect(untimed.count { $0 } == 1)
    #expect(untimed.last == true)
  }

  @Test(arguments: [
    ("INVITE sip:a@b SIP/2.0\r\n", Recognition.yes(.client)),
    ("SIP/2.0 200 OK\r\n", .yes(.server)),
    ("SIP/2", .needsMore),
    ("INVITE sip:a@b", .needsMore),
    ("INV", .needsMore),
    ("GET / HTTP/1.1\r\n", .no),
    ("GET /a", .no),
    ("\r\n\r\n", .no),
    ("", .needsMore),
  ])
  func startLinesTell(text: String, expected: Recognition) {
    let bytes = Array(text.utf8)
    #expect(SIPMessage.recognise(bytes.span.bytes) == expected)
  }

  @Test(arguments: [
    ("sip:a@b;tag=1", "sip:a@b", "1"), ("<sip:a@b;lr>;x=y;tag=2", "sip:a@b;lr", "2"),
    ("\"<odd>\" <sip:a:pw@b>", "sip:a@b", nil), ("sip:[::1]:5060", "sip:[::1]:5060", nil),
    ("<tel:+49>;TAG = 3", "tel:+49", "3"),
    ("<sip:a;x=1:pw@b;lr>", "sip:a;x=1@b;lr", nil), ("<sip:a?c:pw@b>", "sip:a?c@b", nil),
    ("<sip:a:p@w@b>", "sip:a@b", nil), ("<sips:a:@b:5061>", "sips:a@b:5061", nil),
    ("<sip:a@b:5060?Replaces=c@d>", "sip:a@b:5060?Replaces=c@d", nil),
    ("<sip:a:pw@b?x=c@d>", "sip:a@b?x=c@d", nil), ("a:pw@b;tag=1", "a@b", "1"),
    ("<a:p:w@b>", "a@b", nil), ("<SIPS:a:pw@b>", "SIPS:a@b", nil),
    ("<sip:a@b;lr?to=sip:c:pw@d&x=1:2>", "sip:a@b;lr?to=sip:c@d&x=1:2", nil),
    ("<sip:a@b;x=c:pw@d>", "sip:a@b;x=c@d", nil), ("<sip:b?to=c:pw@d>", "sip:b?to=c@d", nil),
    ("<sip:b?to=sip%3Ac%3Ap%26w%40d&x=1>", "sip:b?to=sip%3Ac%40d&x=1", nil),
    ("<sip:a@b?x=http://c:pw@d:80/e@f>", "sip:a@b?x=http://c@d:80/e@f", nil),
    ("<sip:a@b?to=sip:c:p@w@d>", "sip:a@b?to=sip:c@d", nil),
    ("<sip%3Aa%3Apw%40b>", "sip%3Aa%40b", nil), ("sip:[::1]:5060;x=%", "sip:[::1]:5060", nil),
  ])
  func partiesAreRead(value: String, uri: String, tag: String?) throws {
    let text = "INFO sip:x SIP/2.0\r\nFrom: \(value)\r\n\r\n"
    let bytes = Array(text.utf8)
    let message = try SIPMessage(parsing: bytes.span.bytes)
    #expect(message.from?.uri == uri)
    #expect(message.from?.tag == tag)
  }
}
