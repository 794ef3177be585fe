import Dissection
import Testing

struct HTTPRecognitionTests {
  @Test(arguments: [
    "GET / HTTP/1.1\r\n", "\r\nPOST /a b HTTP/1.0\n", "M-SEARCH * HTTP/1.1\r\nHost",
    "GET /simple\r\n",
  ])
  func requestsAreOfAClient(start: String) { #expect(recognise(start) == .yes(.client)) }

  @Test(arguments: ["HTTP/1.1 200 OK", "HTTP/1.0 "])
  func statusLinesAreOfAServer(start: String) { #expect(recognise(start) == .yes(.server)) }

  @Test(arguments: ["", "G", "GET", "GET /index", "HTT", "\r\n"])
  func beginningsNeedMore(start: String) { #expect(recognise(start) == .needsMore) }

  @Test(arguments: [
    "OPTIONS sip:a@b SIP/2.0\r\n", "DESCRIBE rtsp://a RTSP/1.0\r\n", "220 mail ESMTP\r\n",
    "SSH-2.0-x\r\n", "EHLO example.com\r\n", "\u{16}\u{3}\u{1}", "GET me a coffee\r\n",
    "HTTP/2 ", "USER anonymous\r\n",
  ])
  func otherProtocolsAreNot(start: String) { #expect(recognise(start) == .no) }

  private func recognise(_ start: String) -> Recognition {
    let bytes = Array(start.utf8)
    return HTTPDissector.recognise(bytes.span.bytes)
  }
}
