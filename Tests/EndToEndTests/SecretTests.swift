import Packets
import TestSupport
import Testing

/// What people type in secret goes through the program and into none of its outputs.
struct SecretTests {
  private static let canary = "c4n4ry"

  /// Logins by HTTP, FTP, POP3, SMTP, IMAP and SIP, some of them refused, and a question of SNMP.
  private static func capture() throws -> SampleCapture {
    let web = [
      "POST http://eve:\(canary)@www.example/login HTTP/1.1", "Host: eve:\(canary)@www.example",
      "Authorization: Basic \(canary)", "Proxy-Authorization: Bearer \(canary)",
      "Cookie: session=\(canary)", "Referer: https://eve:\(canary)@www.example/",
      "Origin: https://eve:\(canary)@www.example",
      "X-Api-Key: \(canary)", "Content-Length: 15", "", "password=\(canary)",
    ].joined(separator: "\r\n")
    let answer = [
      "HTTP/1.1 302 Found", "Set-Cookie: session=\(canary)", "WWW-Authenticate: \(canary)",
      "Location: http://eve:\(canary)@www.example/home", "Content-Length: 6", "", canary,
    ].joined(separator: "\r\n")
    let redirection = [
      "GET /r?u=http%3A%2F%2Feve%3A\(canary)%40b.example%2F HTTP/1.1",
      "Host: eve:\(canary)@www.example", "", "",
    ].joined(separator: "\r\n")
    let odd = [
      "http:/eve:\(canary)@www.example/", "//eve:\(canary)@www.example/",
      #"http:\\eve:\#(canary)@www.example/"#, "/x//eve:\(canary)@www.example/",
    ].map { "GET \($0) HTTP/1.1\r\nHost: www.example\r\nReferer: \($0)\r\n\r\n" }
    let failure = "HTTP/1.1 500 Oh\r\nContent-Length: 0\r\n\r\n"
    let mail = [
      (false, "220 mail.example ESMTP\r\n"), (true, "EHLO eve\r\n"), (false, "250 x\r\n"),
      (true, "AUTH PLAIN \(canary)\r\n"), (false, "535 \(canary) is wrong\r\n"),
      (true, "AUTH LOGIN\r\n"), (false, "334 VXNlcm5hbWU6\r\n"), (true, "\(canary)\r\n"),
      (false, "334 UGFzc3dvcmQ6\r\n"), (true, "\(canary)\r\n"), (false, "235 ok\r\n"),
    ]
    let box = [
      (false, "* OK IMAP4rev1 ready\r\n"), (true, "a LOGIN eve \(canary)\r\n"),
      (false, "a NO LOGIN eve \(canary)\r\n"), (true, "b AUTHENTICATE PLAIN\r\n"),
      (false, "+ \r\n"), (true, "\(canary)\r\n"), (false, "b OK\r\n"),
    ]
    let register = [
      "REGISTER sip:eve;x=1:\(canary)@voice.example SIP/2.0", "Via: SIP/2.0/TCP 10.0.0.1;branch=z9",
      "From: <sip:eve:\(canary)@voice.example>;tag=1", "To: <sip:eve?y:\(canary)@voice.example>",
      "Call-ID: 1@voice.example", "CSeq: 1 REGISTER",
      "Authorization: Digest response=\"\(canary)\"", "Content-Length: 0", "", "",
    ].joined(separator: "\r\n")
    let refer = [
      "REFER sip:bob@voice.example?To=sip:eve:\(canary)@voice.example SIP/2.0",
      "Via: SIP/2.0/TCP 10.0.0.1;branch=z9", "From: eve:\(canary)@voice.example;tag=1",
      "To: <sip:bob@voice.example;lr?To=sip%3Aeve%3A\(canary)%40voice.example>",
      "Call-ID: 2@voice.example", "CSeq: 1 REFER", "Content-Length: 0", "", "",
    ].joined(separator: "\r\n")
    let login = ["USER eve", "PASS \(canary)", "ACCT \(canary)", ""].joined(separator: "\r\n")
    let frames =
      dialogue(port: 80, [(true, web), (false, answer)])
      + dialogue(port: 21, [(false, "220 ftp.example FTP ready\r\n"), (true, login)])
      + dialogue(port: 110, [(false, "+OK POP3 ready\r\n"), (true, login)])
      + dialogue(
        port: 2121,
        [
          (false, "220 FTP\r\n"), (true, "USER eve\r\nPASS \(canary)\r\n"),
          (false, "331 go on\r\n530 \(canary) is wrong\r\n"),
        ]
      )
      + dialogue(port: 25, mail) + dialogue(port: 143, box)
      + dialogue(port: 5060, [(true, register)])
      + dialogue(port: 5061, [(true, refer)])
      + dialogue(port: 8081, odd.flatMap { [(true, $0), (false, failure)] })
      + dialogue(
        port: 8080,
        Array(repeating: [(true, redirection), (false, failure)], count: 20).flatMap { $0 }
      )
      + [snmp]
    return try SampleCapture("secrets.pcap", format: .pcap, linkTypes: [1], frames.map { (0, $0) })
  }

  private static let client = IPAddress(v4: 0x0a00_0001)
  private static let server = IPAddress(v4: 0x0a00_0002)

  /// A connection on which the client (`true`) and the server speak in turn.
  private static func dialogue(port: UInt16, _ turns: [(Bool, String)]) -> [[UInt8]] {
    var sent: (client: UInt32, server: UInt32) = (0, 0)
    func segment(fromClient: Bool, _ flags: TCPFlags, _ payload: [UInt8]) -> [UInt8] {
      let ports = fromClient ? (40_000, port) : (port, 40_000)
      let message = FrameBuilder.tcp(
        from: ports.0,
        to: ports.1,
        sequence: fromClient ? sent.client : sent.server,
        acknowledgment: fromClient ? sent.server : sent.client,
        flags: flags,
        payload
      )
      let length = UInt32(payload.count) + (flags.contains(.syn) ? 1 : 0)
      if fromClient { sent.client += length } else { sent.server += length }
      return FrameBuilder.ethernet(
        FrameBuilder.ipv4(
          from: fromClient ? client : server,
          to: fromClient ? server : client,
          message
        )
      )
    }
    var frames = [
      segment(fromClient: true, .syn, []), segment(fromClient: false, [.syn, .ack], []),
      segment(fromClient: true, .ack, []),
    ]
    for (fromClient, text) in turns {
      frames.append(segment(fromClient: fromClient, .ack, Array(text.utf8)))
    }
    return frames
  }

  /// GetRequest for sysDescr with the canary as its community.
  private static var snmp: [UInt8] {
    let object: [UInt8] = [0x30, 0x0a, 0x06, 0x06, 0x2b, 6, 1, 2, 1, 1, 0x05, 0]
    let unit: [UInt8] = [0xa0, 0x17, 2, 1, 1, 2, 1, 0, 2, 1, 0, 0x30, 0x0c] + object
    let body: [UInt8] = [2, 1, 1, 4, UInt8(canary.utf8.count)] + Array(canary.utf8) + unit
    let message = FrameBuilder.udp(from: 40_000, to: 161, [0x30, UInt8(body.count)] + body)
    return FrameBuilder.ethernet(FrameBuilder.ipv4(from: client, to: server, message))
  }

  @Test(arguments: [
    "--transactions json", "--transactions csv", "--protocols all --json", "--protocols all",
    "--protocols all --flows json", "--protocols all --flows csv", "--protocols all --flows zeek",
    "--protocols all --events apus", "--eve",
  ])
  func noOutputHasASecret(options: String) throws {
    let capture = try Self.capture()
    let result = try Program.shell("$APUS analyze '\(capture.path)' \(options)")
    #expect(result.status == 0, "\(result.errorText)")
    #expect(!result.text.contains(Self.canary))
    #expect(!result.errorText.contains(Self.canary))
  }

  @Test(arguments: ["tsv", "json"])
  func noZeekLogHasASecret(format: String) throws {
    let capture = try Self.capture()
    let logs = capture.directory.file("logs")
    let result = try Program.shell(
      """
      $APUS analyze '\(capture.path)' --zeek-logs '\(logs)' --zeek-format \(format) >/dev/null &&
      cat '\(logs)'/*
      """
    )
    #expect(result.status == 0)
    #expect(result.text.contains("www.example"))
    #expect(!result.text.contains(Self.canary))
  }

  @Test(arguments: ["", "--json"])
  func noComparisonHasASecret(options: String) throws {
    let capture = try Self.capture()
    let result = try Program.shell(
      "$APUS compare '\(capture.path)' '\(capture.path)' \(options) --protocols all"
    )
    #expect(result.status == 0, "\(result.errorText)")
    #expect(!result.text.contains(Self.canary))
  }

  /// What is promised ends here: paths and query strings are what an analyst looks for.
  @Test func queryStringsAreWrittenAsTheyAre() throws {
    let request = "GET /login?password=\(Self.canary) HTTP/1.1\r\nHost: www.example\r\n\r\n"
    let capture = try SampleCapture(
      "query.pcap",
      format: .pcap,
      linkTypes: [1],
      Self.dialogue(port: 80, [(true, request)]).map { (0, $0) }
    )
    for options in [["--transactions", "json"], ["--transactions", "csv"], ["--eve"]] {
      let result = try Program.run(["analyze", capture.path] + options)
      #expect(result.text.contains("/login?password=\(Self.canary)"))
    }
  }

  @Test func theSecretsWereRead() throws {
    let capture = try Self.capture()
    let result = try Program.run(["analyze", capture.path, "--transactions", "json"])
    #expect(result.text.contains(#""full_uri":"http://www.example/login""#))
    #expect(result.text.contains(#""location":"http://www.example/home""#))
    for type in ["snmp", "smtp", "imap", "pop3", "ftp", "sip"] {
      #expect(result.text.contains(#""type":"\#(type)""#), "\(type)")
    }
    #expect(result.text.contains(#""uri":"sip:eve;x=1@voice.example""#))
    #expect(result.text.contains(#""uri":"http:/www.example/""#))
    #expect(result.text.contains(#""uri":"sip:bob@voice.example?To=sip:eve@voice.example""#))
    let findings = try Program.run(["analyze", capture.path, "--protocols", "all", "--json"])
    #expect(findings.text.contains(#""id":"http-server-errors""#))
  }
}
