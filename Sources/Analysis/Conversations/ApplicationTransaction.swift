package import Dissection
package import Flows

/// Something that an application did in a flow.
package struct ApplicationTransaction: Sendable {
  package var flow: FlowIdentity
  /// The side of the flow that plays the client in the protocol.
  package var client: FlowDirection
  package var content: ApplicationContent

  package init(
    flow: FlowIdentity,
    client: FlowDirection = .originator,
    content: ApplicationContent
  ) {
    self.flow = flow
    self.client = client
    self.content = content
  }

  /// The end of the flow that plays a part.
  package func endpoint(of role: Role) -> Endpoint {
    (role == .client) == (client == .originator) ? flow.originator : flow.responder
  }
}

/// What it was, by protocol; in a box, because sessions are large and are handed on several times.
package indirect enum ApplicationContent: Sendable {
  case dns(DNSTransaction)
  case http(HTTPTransaction)
  case tls(TLSSession)
  case quic(QUICConnection)
  /// A message alone: an exchange is spread over flows.
  case dhcp(DHCPDatagrams.Received)
  case ntp(NTPTransaction)
  case snmp(SNMPTransaction)
  case ssdp(SSDPDatagrams.Received)
  case stun(STUNTransaction)
  case netbiosName(NetBIOSNameDatagrams.Received)
  case netbiosDatagram(NetBIOSDatagrams.Received)
  case rtp(RTPSession)
  case ssh(SSHSession)
  case smtp(CommandSession)
  case ftp(CommandSession)
  case pop3(CommandSession)
  case imap(CommandSession)
  case sip(SIPTransaction)
  case smb(SMBSession)
}
