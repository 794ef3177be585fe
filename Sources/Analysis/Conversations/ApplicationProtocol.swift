import Dissection
import Flows
import Packets

/// An application protocol that conversations are read as.
package enum ApplicationProtocol: UInt8, CaseIterable, Sendable {
  case dns
  case http
  case tls
  case quic
  case dhcp
  case ntp
  case snmp
  case ssdp
  case stun
  case netbiosName
  case netbiosDatagram
  case rtp
  case ssh
  case smtp
  case ftp
  case pop3
  case imap
  case sip
  case smb

  /// The name as Zeek's `service` has it, or Wireshark's where Zeek does not read the protocol.
  package var name: String {
    switch self {
    case .dns: "dns"
    case .http: "http"
    case .tls: "ssl"
    case .quic: "quic"
    case .dhcp: "dhcp"
    case .ntp: "ntp"
    case .snmp: "snmp"
    case .ssdp: "ssdp"
    case .stun: "stun"
    case .netbiosName: "nbns"
    case .netbiosDatagram: "nbdgm"
    case .rtp: "rtp"
    case .ssh: "ssh"
    case .smtp: "smtp"
    case .ftp: "ftp"
    case .pop3: "pop3"
    case .imap: "imap"
    case .sip: "sip"
    case .smb: "smb"
    }
  }

  /// A bit for sets of them.
  var bit: UInt64 { 1 << UInt64(rawValue) }

  private static let overTCP = allCases.filter { $0.isCarried(by: .tcp) }
  private static let overUDP = allCases.filter { $0.isCarried(by: .udp) }

  /// Those that a transport carries, in the order in which they are tried.
  static func all(over transport: TransportKind) -> [ApplicationProtocol] {
    switch transport {
    case .tcp: overTCP
    case .udp: overUDP
    default: []
    }
  }

  private func isCarried(by transport: TransportKind) -> Bool {
    switch self {
    case .dns, .sip: transport == .tcp || transport == .udp
    case .http, .tls, .ssh, .smtp, .ftp, .pop3, .imap, .smb: transport == .tcp
    default: transport == .udp
    }
  }

  /// Whether a server is expected at a port (IANA, and what is in common use).
  func isUsual(at port: UInt16) -> Bool {
    switch self {
    case .dns: DNSDialect(port: port) != nil
    case .http: [80, 591, 3128, 8000, 8008, 8080, 8081, 8888].contains(port)
    case .tls: [443, 465, 563, 636, 853, 990, 992, 993, 995, 5061, 6697, 8443].contains(port)
    case .quic: [443, 784, 853, 8443].contains(port)
    case .dhcp: port == 67
    case .ntp: port == 123
    case .snmp: port == 161 || port == 162
    case .ssdp: port == 1900
    case .stun: port == 3478 || port == 19_302
    case .netbiosName: port == 137
    case .netbiosDatagram: port == 138
    case .rtp: false
    case .ssh: port == 22
    case .smtp: port == 25 || port == 587 || port == 2_525
    case .ftp: port == 21
    case .pop3: port == 110
    case .imap: port == 143
    case .sip: port == 5060
    case .smb: port == 445 || port == 139
    }
  }

  /// Both sides begin alike: who opened the flow is the client, unless the ports say otherwise.
  var isSymmetric: Bool { self == .ssh || self == .rtp }

  /// The first bytes of a message hardly differ from any other: the port has to agree.
  var isWeaklyRecognised: Bool {
    switch self {
    case .ntp, .netbiosName, .netbiosDatagram: true
    default: false
    }
  }

  /// What the first bytes of a side say, or a datagram; `earlier` is the beginning of the datagram
  /// before it.
  func recognise(
    _ start: RawSpan,
    after earlier: RawSpan,
    over transport: TransportKind
  ) -> Recognition {
    switch self {
    case .dns where transport == .tcp: DNSStream.recognise(start)
    case .dns: DNSDatagrams.recognise(start)
    case .http: HTTPDissector.recognise(start)
    case .tls: TLSDissector.recognise(start)
    case .quic: QUICDissector.recognise(start)
    case .dhcp: DHCPMessage.recognise(start)
    case .ntp: NTPMessage.recognise(start)
    case .snmp: SNMPMessage.recognise(start)
    case .ssdp: SSDPMessage.recognise(start)
    case .stun: STUNMessage.recognise(start)
    case .netbiosName: NetBIOSNameMessage.recognise(start)
    case .netbiosDatagram: NetBIOSDatagram.recognise(start)
    case .rtp: RTPDissector.recognise(start, after: earlier)
    case .ssh: SSHDissector.recognise(start)
    case .smtp: SMTPDissector.recognise(start)
    case .ftp: FTPDissector.recognise(start)
    case .pop3: POP3Dissector.recognise(start)
    case .imap: IMAPDissector.recognise(start)
    case .sip: SIPMessage.recognise(start)
    case .smb: SMBDissector.recognise(start)
    }
  }

  /// A dissector at the beginning of a conversation.
  func dissector(of flow: FlowIdentity) -> ApplicationDissector {
    switch self {
    case .dns where flow.transport == .tcp: .dnsStream(DissectorBox(DNSStream()))
    case .dns:
      .dns(
        DissectorBox(
          DNSDatagrams(
            DNSDialect(port: flow.responder.port) ?? DNSDialect(port: flow.originator.port)
              ?? .unicast
          )
        )
      )
    case .http: .http(DissectorBox(HTTPDissector()))
    case .tls: .tls(DissectorBox(TLSDissector()))
    case .quic: .quic(DissectorBox(QUICDissector()))
    case .dhcp: .dhcp(DissectorBox(DHCPDatagrams()))
    case .ntp: .ntp(DissectorBox(NTPDatagrams()))
    case .snmp: .snmp(DissectorBox(SNMPDatagrams()))
    case .ssdp: .ssdp(DissectorBox(SSDPDatagrams()))
    case .stun: .stun(DissectorBox(STUNDatagrams()))
    case .netbiosName: .netbiosName(DissectorBox(NetBIOSNameDatagrams()))
    case .netbiosDatagram: .netbiosDatagram(DissectorBox(NetBIOSDatagrams()))
    case .rtp: .rtp(DissectorBox(RTPDissector()))
    case .ssh: .ssh(DissectorBox(SSHDissector()))
    case .smtp: .smtp(DissectorBox(SMTPDissector()))
    case .ftp: .ftp(DissectorBox(FTPDissector()))
    case .pop3: .pop3(DissectorBox(POP3Dissector()))
    case .imap: .imap(DissectorBox(IMAPDissector()))
    case .sip: .sip(DissectorBox(SIPDissector(isStream: flow.transport == .tcp)))
    case .smb: .smb(DissectorBox(SMBDissector()))
    }
  }
}
