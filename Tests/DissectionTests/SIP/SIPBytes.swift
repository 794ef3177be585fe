/// The messages of a call, as the two phones of RFC 3665 §3.1 send them.
enum SIPBytes {
  static let offer = """
    v=0
    o=alice 2890844526 2890844526 IN IP4 10.0.0.1
    s=-
    c=IN IP4 10.0.0.1
    t=0 0
    m=audio 49172 RTP/AVP 97 0 101
    a=rtpmap:97 iLBC/8000
    a=rtpmap:0 PCMU/8000
    a=rtpmap:101 telephone-event/8000
    a=sendrecv

    """
  static let answer = """
    v=0
    o=bob 2890844527 2890844527 IN IP4 10.0.0.2
    s=-
    c=IN IP4 10.0.0.2
    t=0 0
    m=audio 3456 RTP/AVP 97
    a=rtpmap:97 iLBC/8000

    """

  static func request(_ method: String, sequence: String? = nil, session: String? = nil) -> String {
    message(
      "\(method) sip:bob:secret@biloxi.example.com SIP/2.0",
      sequence: sequence ?? "1 \(method)",
      session: session
    )
  }

  static func response(_ status: String, sequence: String, session: String? = nil) -> String {
    message("SIP/2.0 \(status)", sequence: sequence, session: session)
  }

  private static func message(_ start: String, sequence: String, session: String?) -> String {
    let content = session.map { lines($0) } ?? ""
    let head = """
      \(start)
      Via: SIP/2.0/UDP client.atlanta.example.com:5060;branch=z9hG4bK74bf9;rport
      f: "Alice <a>" <sip:alice@atlanta.example.com>;tag=9fxced76sl
      To: Bob <sip:bob@biloxi.example.com>;tag=8321234356
      Call-ID: 3848276298220188511@atlanta.example.com
      CSeq: \(sequence)
      User-Agent: Phone
       1.0
      Content-Type: application/sdp
      Content-Length: \(content.utf8.count)


      """
    return lines(head) + content
  }

  private static func lines(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
  }
}
