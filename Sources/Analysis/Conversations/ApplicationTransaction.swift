package import Dissection

/// Something that an application did in a flow.
package struct ApplicationTransaction: Sendable {
  package var flow: FlowIdentity
  package var content: ApplicationContent

  package init(flow: FlowIdentity, content: ApplicationContent) {
    self.flow = flow
    self.content = content
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
