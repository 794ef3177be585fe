import Flows
import Packets

@testable import Analysis
@testable import Dissection

/// Transactions of every protocol, made so that every member of their JSON is there.
enum TransactionSamples {
  static var all: [ApplicationTransaction] {
    [
      .dns(Shared(dns)), .http(Shared(http)), .tls(Shared(tls)), .quic(Shared(quic)), dhcp,
      .ntp(Shared(ntp)), .snmp(Shared(snmp)), ssdp,
      .stun(Shared(stun)), netbiosName, netbiosDatagram, .rtp(Shared(rtp)),
      .ssh(Shared(SSHSession())),
      .smtp(Shared(CommandSession())), .ftp(Shared(CommandSession())),
      .pop3(Shared(CommandSession())),
      .imap(Shared(CommandSession())), .smb(Shared(smb)),
    ].map { transaction($0) } + call.map { transaction(.sip(Shared($0))) }
  }

  /// What all of them come to.
  static var totals: ApplicationTotals {
    var totals = ApplicationTotals()
    for transaction in all { totals.add(transaction) }
    totals.malformedMessages = [.dns: 2]
    return totals
  }

  static func transaction(
    _ content: ApplicationContent,
    client: FlowDirection = .originator
  ) -> ApplicationTransaction {
    var packet = PacketHeaders()
    packet.frame = 1
    packet.time = Samples.start
    packet.transport = .udp
    packet.source = Samples.address(10, 0, 0, 1)
    packet.destination = Samples.address(10, 0, 0, 53)
    packet.sourcePort = 40_000
    packet.destinationPort = 53
    return ApplicationTransaction(
      flow: FlowIdentity(packet, FlowPlacement()),
      client: client,
      content: content,
      clientThinkTime: 3_000_000
    )
  }

  /// So many milliseconds after the start.
  static func moment(_ frame: UInt64) -> Moment {
    Moment(frame: frame, time: Samples.start.nanoseconds + Int64(frame) * 1_000_000)
  }

  static var dns: DNSTransaction {
    DNSTransaction(
      transport: .udp,
      asker: .client,
      id: 7,
      question: DNSQuestion(name: "=cmd.example", type: .aaaa, class: .internet),
      opcode: .query,
      query: moment(1),
      lastQuery: moment(3),
      tries: 2,
      response: moment(8),
      queryFlags: DNSFlags(rawValue: 0x0100),
      responseFlags: DNSFlags(rawValue: 0x8180),
      responseCode: .noError,
      records: [
        DNSRecord(
          name: "=cmd.example",
          type: .aaaa,
          class: .internet,
          ttl: 60,
          length: 16,
          data: .aaaa(IPAddress(high: 0x2001_0db8 << 32, low: 1))
        )
      ],
      extendedErrors: [6]
    )
  }

  static var http: HTTPTransaction {
    var http = HTTPTransaction(depth: 2)
    var fields = HTTPFields()
    fields.host = "eve:canary@www.example"
    fields.referrer = "http://eve:canary@www.example/?back=http://a:canary@b.example/"
    fields.origin = "http://eve:canary@www.example"
    fields.contentType = "text/html"
    fields.location = "//eve:canary@www.example/next"
    http.request = HTTPRequest(
      method: "GET",
      uri: "/proxy/ftp://eve:canary@files.example/x?mail=a@b.example"
        + "&to=http%3A%2F%2Feve%3Acanary%40b",
      version: HTTPVersion(major: 1, minor: 1),
      fields: fields,
      times: HTTPTimes(start: moment(2), headEnd: moment(3), end: moment(3))
    )
    http.informational = [HTTPInformational(status: 100, reason: "Continue", end: moment(4))]
    http.response = HTTPResponse(
      version: HTTPVersion(major: 1, minor: 1),
      status: 101,
      reason: "Switching Protocols",
      fields: fields,
      times: HTTPTimes(start: moment(7), headEnd: moment(7), end: moment(9))
    )
    var upgrade = HTTPUpgrade(protocolName: "websocket", clientBytes: 10, serverBytes: 20)
    upgrade.webSocket = WebSocketSummary()
    http.upgrade = upgrade
    return http
  }

  /// A hello that names "www.example" and offers "h2".
  private static var clientHello: ClientHello {
    let name = Array("www.example".utf8)
    let host: [UInt8] = [0, 0, 0, 16, 0, 14, 0, 0, 11] + name
    let protocols: [UInt8] = [0, 16, 0, 5, 0, 3, 2] + Array("h2".utf8)
    let start: [UInt8] = [3, 3] + [UInt8](repeating: 0, count: 32) + [0, 0, 0, 0]
    let extensions = host + protocols
    return ClientHello(parsing: start + [0, UInt8(extensions.count)] + extensions)
  }

  static var tls: TLSSession {
    var tls = TLSSession()
    tls.clientHello = clientHello
    tls.serverHello = ServerHello()
    var certificate = TLSCertificate(parsing: [UInt8]().span.bytes)
    certificate.problem = nil
    var contents = X509Certificate()
    contents.notAfter = 253_402_300_799
    contents.alternativeNames = [
      .dns("www.example"), .address([192, 0, 2, 1]), .uri("ldap://eve:canary@www.example"),
    ]
    certificate.certificate = contents
    tls.serverCertificates = [certificate]
    tls.clientCertificates = [certificate]
    tls.alerts = [
      TLSAlert(
        sender: .client,
        moment: moment(5),
        level: .fatal,
        description: AlertDescription(rawValue: 45)
      )
    ]
    tls.steps = [TLSStep(.alert, from: .client, at: moment(5))]
    tls.moments.clientHello = moment(2)
    tls.moments.serverHello = moment(4)
    tls.moments.serverFinished = moment(6)
    tls.moments.clientFinished = moment(7)
    return tls
  }

  static var quic: QUICConnection {
    var quic = QUICConnection()
    quic.clientVersion = .version1
    quic.clientHello = clientHello
    quic.serverHello = ServerHello()
    quic.originalID = [1, 2, 3]
    quic.moments.clientInitial = moment(1)
    quic.moments.serverInitial = moment(3)
    quic.moments.clientOneRTT = moment(5)
    quic.close = QUICConnection.Close(
      sender: .server,
      code: 0x0128,
      reason: "no",
      moment: moment(4)
    )
    return quic
  }

  private static var dhcp: ApplicationContent {
    let none = Samples.address(0, 0, 0, 0)
    let message = DHCPMessage(
      isReply: false,
      transaction: 9,
      seconds: 0,
      wantsBroadcast: true,
      clientAddress: none,
      yourAddress: none,
      nextServer: none,
      relay: none
    )
    return .dhcp(
      Shared(DHCPDatagrams.Received(message: message, sender: .client, moment: moment(1)))
    )
  }

  private static var ntp: NTPTransaction {
    NTPTransaction(asker: .client, version: 4, request: moment(1), response: moment(2))
  }

  private static var snmp: SNMPTransaction {
    SNMPTransaction(
      asker: .client,
      version: .v2c,
      community: SNMPCommunity(secret: Array("canary".utf8)),
      kind: .getNext,
      id: 5,
      objects: ["1.3.6.1"],
      request: moment(1),
      lastRequest: moment(2)
    )
  }

  private static var ssdp: ApplicationContent {
    let message = SSDPMessage(kind: .notify, location: "http://eve:canary@192.0.2.1/")
    return .ssdp(
      Shared(SSDPDatagrams.Received(message: message, sender: .server, moment: moment(1)))
    )
  }

  private static var stun: STUNTransaction {
    let id = STUNMessage.TransactionID(high: 1, low: 2)
    let address = STUNMessage.Address(address: Samples.address(192, 0, 2, 9), port: 5)
    var request = STUNMessage(class: .request, method: 1, transaction: id)
    request.userName = "canary"
    var response = STUNMessage(class: .success, method: 1, transaction: id)
    response.mappedAddress = address
    response.relayedAddress = address
    return STUNTransaction(
      asker: .client,
      request: request,
      first: moment(1),
      last: moment(2),
      response: response,
      answered: moment(3)
    )
  }

  private static var netbiosName: ApplicationContent {
    let name = NetBIOSName(text: "SERVER", suffix: 0x20)
    let message = NetBIOSNameMessage(
      id: 1,
      flags: DNSFlags(rawValue: 0x8500),
      records: [NetBIOSNameMessage.Record(name: name, type: 0x20, ttl: 60, names: [name])]
    )
    return .netbiosName(
      Shared(
        NetBIOSNameDatagrams.Received(message: message, sender: .server, moment: moment(1))
      )
    )
  }

  private static var netbiosDatagram: ApplicationContent {
    let message = NetBIOSDatagram(
      kind: .directGroup,
      id: 3,
      sourceAddress: Samples.address(10, 0, 0, 1),
      sourcePort: 138
    )
    return .netbiosDatagram(
      Shared(
        NetBIOSDatagrams.Received(message: message, sender: .client, moment: moment(1))
      )
    )
  }

  private static var rtp: RTPSession {
    var rtp = RTPSession()
    var stream = RTPStream(sender: .client, source: 0xfeed, first: moment(1), last: moment(9))
    stream.payloadTypes = [RTPPayloadType(rawValue: 0)]
    stream.clockRate = 8_000
    stream.packets = 9
    stream.expected = 10
    stream.delta.add(20, interval: 1)
    stream.jitter.add(0.25, interval: 1)
    rtp.streams = [stream]
    var reporter = RTCPReporter(sender: .client, source: 0xfeed)
    // Source, fraction and number lost, highest number, jitter, and when it heard of the source.
    let block: [UInt8] = [0, 0, 0, 1, 64, 0xff, 0xff, 0xff] + [0, 0, 0, 9, 0, 0, 0, 8]
    let bytes = block + [UInt8](repeating: 0, count: 8)
    var reader = ByteReader(bytes.span.bytes)
    reporter.lastReports = (try? RTCPReportBlock.read(1, from: &reader)) ?? []
    rtp.reporters = [reporter]
    return rtp
  }

  /// A call that is offered, rings and is taken.
  private static var call: [SIPTransaction] {
    let media = ["v=0", "c=IN IP4 192.0.2.1", "m=audio 4000 RTP/AVP 0", ""]
    func message(_ line: String, _ body: [String]) -> [UInt8] {
      let content = body.joined(separator: "\r\n")
      let head = [
        line, "Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK1", "Call-ID: 1@192.0.2.1",
        "From: <sip:eve:canary@example.org>;tag=1", "To: <sip:bob@example.org>", "CSeq: 1 INVITE",
        "Authorization: Digest response=\"canary\"", "Content-Type: application/sdp",
        "Content-Length: \(content.utf8.count)", "", "",
      ]
      return Array((head.joined(separator: "\r\n") + content).utf8)
    }
    var dissector = SIPDissector(isStream: false)
    let invite = message("INVITE sip:bob@example.org SIP/2.0", media)
    dissector.receive(invite.span.bytes, from: .client, at: moment(1))
    let ringing = message("SIP/2.0 180 Ringing", [])
    dissector.receive(ringing.span.bytes, from: .server, at: moment(2))
    let taken = message("SIP/2.0 200 OK", media)
    dissector.receive(taken.span.bytes, from: .server, at: moment(3))
    dissector.finish(at: moment(4))
    return dissector.finished
  }

  private static var smb: SMBSession {
    var smb = SMBSession()
    smb.logins = [SMBLogin(moment: moment(1))]
    smb.trees = [SMBTree(path: #"\\server\share"#, moment: moment(2))]
    smb.files = [SMBFile(name: "file")]
    smb.commands = [SMBCommandTally(command: SMBCommand(.smb2, 5))]
    smb.statuses = [SMBStatusTally(status: .success, count: 1)]
    return smb
  }
}
