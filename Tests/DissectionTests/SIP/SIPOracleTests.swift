import Dissection
import Packets
import TestSupport
import Testing

/// SIP messages against tshark 4.0, those of the corpus and those of a made call.
@Suite(.enabled(if: Tshark.isPresent, "\(Tshark.absence)"))
struct SIPOracleTests {
  private static let comparison = FieldComparison<SIPMessage>(fields: [
    .init("sip.Method") {
      if case .request(let method, _) = $0.line { [method] } else { [] }
    },
    .init("sip.Status-Code") {
      if case .response(let status, _) = $0.line { ["\(status)"] } else { [] }
    },
    .init("sip.Call-ID") { $0.callID.map { [$0] } ?? [] },
    .init("sip.CSeq.seq") { $0.sequence.map { ["\($0)"] } ?? [] },
    .init("sip.CSeq.method") { $0.method.map { [$0] } ?? [] },
    .init("sip.from.addr") { $0.from.map { [$0.uri] } ?? [] },
    .init("sip.from.tag") { $0.from?.tag.map { [$0] } ?? [] },
    .init("sip.to.addr") { $0.to.map { [$0.uri] } ?? [] },
    .init("sip.to.tag") { $0.to?.tag.map { [$0] } ?? [] },
    .init("sip.Content-Type") { $0.contentType.map { [$0] } ?? [] },
    .init("sip.Content-Length") { $0.contentLength.map { ["\($0)"] } ?? [] },
    .init("sdp.media") { message in
      (message.session?.media ?? []).map {
        "\($0.kind) \($0.port) \($0.transport) \($0.formats.joined(separator: " "))"
      }
    },
    .init("sdp.connection_info.address") { message in
      message.session?.media.first?.address.map { ["\($0)"] } ?? []
    },
  ])

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: Corpus.captures.filter { $0.name == "ndpi__webex.pcap" }
  )
  func fieldsOfTheCorpusAreThoseOfTshark(capture: CorpusCapture) throws {
    let messages = try Self.messages(of: capture.path)
    #expect(messages.count == 22)
    let differences = try Self.comparison.differences(capture.path, messages)
    expectNone(differences, besides: [], in: capture)
  }

  @Test func fieldsOfACallAreThoseOfTshark() throws {
    var capture = CaptureBuilder()
    let steps: [(String, Bool)] = [
      (SIPBytes.request("INVITE", session: SIPBytes.offer), true),
      (SIPBytes.response("183 Session Progress", sequence: "1 INVITE"), false),
      (SIPBytes.response("200 OK", sequence: "1 INVITE", session: SIPBytes.answer), false),
      (SIPBytes.request("ACK", sequence: "1 ACK"), true),
      (SIPBytes.request("BYE", sequence: "2 BYE"), true),
      (SIPBytes.response("481 Call/Transaction Does Not Exist", sequence: "2 BYE"), false),
    ]
    for (index, (text, isForward)) in steps.enumerated() {
      let ends = [IPAddress(v4: 0x0a00_0001), IPAddress(v4: 0x0a00_0002)]
      let message = text.replacing("bob:secret@", with: "bob@")
      let frame = FrameBuilder.ethernet(
        FrameBuilder.ipv4(
          from: ends[isForward ? 0 : 1],
          to: ends[isForward ? 1 : 0],
          FrameBuilder.udp(from: 5060, to: 5060, Array(message.utf8))
        )
      )
      capture.add(frame, at: index * 100_000)
    }
    let folder = try TemporaryDirectory()
    let path = try folder.write(capture.bytes, to: "call.pcap")
    let messages = try Self.messages(of: path)
    #expect(messages.count == steps.count)
    let differences = try Self.comparison.differences(path, messages)
    #expect(differences.isEmpty, "\(differences)")
  }

  private static func messages(of path: String) throws -> [UInt64: [SIPMessage]] {
    try CapturedMessages.read(path, ports: [5060]) { try SIPMessage(parsing: $0.span.bytes) }
  }
}
