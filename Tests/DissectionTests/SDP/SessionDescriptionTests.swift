import Dissection
import Packets
import Testing

struct SessionDescriptionTests {
  private func description(_ lines: String...) throws -> SessionDescription? {
    let text =
      "INFO sip:x SIP/2.0\r\nc: application/sdp\r\n\r\n" + lines.joined(separator: "\r\n") + "\r\n"
    let bytes = Array(text.utf8)
    return try SIPMessage(parsing: bytes.span.bytes).session
  }

  @Test func eachMediumHasItsAddress() throws {
    let found = try #require(
      try description(
        "v=0",
        "s=talk",
        "c=IN IP4 192.0.2.1",
        "m=audio 4000 RTP/AVP 0 96",
        "a=rtpmap:96 opus/48000/2",
        "a=sendonly",
        "m=video 5000/2 RTP/SAVPF 97",
        "c=IN IP6 2001:db8::1/127",
        "a=rtpmap:97 VP8/90000",
        "m=image 0 udptl t38"
      )
    )
    #expect(found.media.map(\.kind) == ["audio", "video", "image"])
    #expect(found.media.map(\.port) == [4_000, 5_000, 0])
    #expect(found.media.map(\.codecs) == [["PCMU", "opus"], ["VP8"], ["t38"]])
    #expect(found.media.map(\.direction) == ["sendonly", nil, nil])
    #expect(
      found.media.map { "\($0.address.map { "\($0)" } ?? "")" }
        == ["192.0.2.1", "2001:db8::1", "192.0.2.1"]
    )
    #expect(found.announcements.map(\.port) == [4_000, 5_000])
  }

  @Test func mediaAndFormatsAreBounded() throws {
    let formats = (0..<100).map(String.init).joined(separator: " ")
    let medium = "m=audio 4000 RTP/AVP \(formats)"
    let lines =
      ["v=0"] + [String](repeating: medium, count: 40) + ["a=sendonly", "c=IN IP4 192.0.2.9"]
    let found = try #require(try description(lines.joined(separator: "\r\n")))
    #expect(found.media.count == SessionDescription.maximumMedia)
    #expect(found.omittedMedia == 40 - Int64(SessionDescription.maximumMedia))
    #expect(found.media.first?.formats.count == SessionDescription.maximumFormats)
    #expect(found.media.first?.omittedFormats == 100 - Int64(SessionDescription.maximumFormats))
    // What is said of media that were omitted is not taken for the last one's.
    #expect(found.media.last?.direction == nil)
    #expect(found.media.last?.address == nil)
  }

  @Test(arguments: ["a=rtpmap:300 x/8000", "a=rtpmap:97 x/0", "a=rtpmap:97 x", "a=rtpmap:97"])
  func encodingsWithoutARateAreNone(line: String) throws {
    let found = try #require(try description("v=0", "m=audio 1 RTP/AVP 97", line))
    #expect(found.media.first?.encodings.isEmpty == true)
  }
}
