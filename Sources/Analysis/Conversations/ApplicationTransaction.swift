package import Dissection
package import Flows

/// Something that an application did in a flow.
package struct ApplicationTransaction: Sendable {
  package var flow: FlowIdentity
  /// The side of the flow that plays the client in the protocol.
  package var client: FlowDirection
  package let content: ApplicationContent
  /// The host, the server or the domain that was asked for, as a key of bounded lists: without what
  /// is private in it.
  package let name: String?
  /// Nanoseconds from the end of the response before, on the same connection of HTTP/1, to the
  /// beginning of this request: what the client took to go on.
  package var clientThinkTime: Int64?

  package init(
    flow: FlowIdentity,
    client: FlowDirection = .originator,
    content: ApplicationContent,
    clientThinkTime: Int64? = nil
  ) {
    self.flow = flow
    self.client = client
    self.content = content
    name = content.subject
    self.clientThinkTime = clientThinkTime
  }

  /// The end of the flow that plays a part.
  package func endpoint(of role: Role) -> Endpoint {
    (role == .client) == (client == .originator) ? flow.originator : flow.responder
  }
}

/// What it was, by protocol.
package enum ApplicationContent: Sendable {
  case dns(Shared<DNSTransaction>)
  case http(Shared<HTTPTransaction>)
  case tls(Shared<TLSSession>)
  case quic(Shared<QUICConnection>)
  /// A message alone: an exchange is spread over flows.
  case dhcp(Shared<DHCPDatagrams.Received>)
  case ntp(Shared<NTPTransaction>)
  case snmp(Shared<SNMPTransaction>)
  case ssdp(Shared<SSDPDatagrams.Received>)
  case stun(Shared<STUNTransaction>)
  case netbiosName(Shared<NetBIOSNameDatagrams.Received>)
  case netbiosDatagram(Shared<NetBIOSDatagrams.Received>)
  case rtp(Shared<RTPSession>)
  case ssh(Shared<SSHSession>)
  case smtp(Shared<CommandSession>)
  case ftp(Shared<CommandSession>)
  case pop3(Shared<CommandSession>)
  case imap(Shared<CommandSession>)
  case sip(Shared<SIPTransaction>)
  case smb(Shared<SMBSession>)
}

extension ApplicationContent {
  /// Whom it asks for: several lists and rules go by it.
  fileprivate var subject: String? {
    switch self {
    case .dns(let dns): dns.value.question?.name.listKey
    case .http(let http): http.value.request?.fields.host?.withoutUserInfo.listKey
    case .tls(let tls): tls.value.serverName?.listKey
    case .quic(let quic): quic.value.serverName?.listKey
    default: nil
    }
  }
}
