import Packets
import TestSupport
import Testing

/// What people type in secret goes through the program and into none of its outputs.
struct SecretTests {
  private static let canary = "c4n4ry"

  /// A login by HTTP, one by FTP and a question of SNMP.
  private static func capture() throws -> SampleCapture {
    let web = [
      "POST http://eve:\(canary)@www.example/login HTTP/1.1", "Host: eve:\(canary)@www.example",
      "Authorization: Basic \(canary)", "Proxy-Authorization: Bearer \(canary)",
      "Cookie: session=\(canary)", "Referer: https://eve:\(canary)@www.example/",
      "X-Api-Key: \(canary)", "Content-Length: 15", "", "password=\(canary)",
    ].joined(separator: "\r\n")
    let answer = [
      "HTTP/1.1 302 Found", "Set-Cookie: session=\(canary)", "WWW-Authenticate: \(canary)",
      "Location: http://eve:\(canary)@www.example/home", "Content-Length: 6", "", canary,
    ].joined(separator: "\r\n")
    let login = ["USER eve", "PASS \(canary)", "ACCT \(canary)", ""].joined(separator: "\r\n")
    let frames =
      dialogue(port: 80, [(true, web), (false, answer)])
      + dialogue(port: 21, [(false, "220 ftp.example FTP ready\r\n"), (true, login)])
      + dialogue(port: 110, [(false, "+OK POP3 ready\r\n"), (true, login)])
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
      $APUS analyze '\(capture.path)' --zeek-logs '\(logs)' --zeek-format \(format) >/dev/null
      cat '\(logs)'/*
      """
    )
    #expect(result.text.contains("www.example"))
    #expect(!result.text.contains(Self.canary))
  }

  @Test func theSecretsWereRead() throws {
    let capture = try Self.capture()
    let result = try Program.run(["analyze", capture.path, "--transactions", "json"])
    #expect(result.text.contains(#""full_uri":"http://www.example/login""#))
    #expect(result.text.contains(#""location":"http://www.example/home""#))
    #expect(result.text.contains(#""type":"snmp""#))
  }
}
