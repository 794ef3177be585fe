package import Analysis
internal import Dissection
internal import Flows
internal import Packets

/// JSON Lines of what applications did: one object for each transaction, in the order in which they
/// are complete; `docs/schema/transaction.schema.json`.
package struct TransactionLines: TransactionOutput, ~Copyable {
  private var writer: JSONWriter

  package init(_ output: consuming ByteWriter) { writer = JSONWriter(output) }

  package mutating func write(
    _ transaction: ApplicationTransaction
  ) throws(OutputError) {
    writer.write(transaction)
    writer.endLine()
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }
}

extension JSONWriter {
  /// Writes one transaction as an object; what only its protocol has is in a member named as its
  /// type.
  package mutating func write(_ transaction: ApplicationTransaction) {
    let outline = transaction.outline
    let flow = transaction.flow
    beginObject()
    field("type", transaction.content.name)
    field("flow", flow.id)
    field("stream", flow.stream)
    field("transport", flow.transport.name)
    let communityID = CommunityID(flow)
    quoted("community_id") { communityID.write(to: &$0) }
    write("client", outline.client)
    write("server", outline.server)
    field("first_frame", outline.first.frame)
    field("last_frame", outline.last.frame)
    field("first_ns", outline.first.time)
    field("last_ns", outline.last.time)
    field("duration_ns", outline.duration)
    switch transaction.content {
    case .dns(let dns): write(dns.value)
    case .http(let http): write(http.value, clientThinkTime: transaction.clientThinkTime)
    case .tls(let tls): write(tls.value)
    case .quic(let quic): write(quic.value)
    case .dhcp(let dhcp): write(dhcp.value.message)
    case .ntp(let ntp): write(ntp.value)
    case .snmp(let snmp): write(snmp.value)
    case .ssdp(let ssdp): write(ssdp.value.message)
    case .stun(let stun): write(stun.value)
    case .netbiosName(let message): write(message.value.message)
    case .netbiosDatagram(let message): write(message.value.message)
    case .rtp(let rtp): write(rtp.value)
    case .ssh(let ssh): write(ssh.value)
    case .smtp(let session): write("smtp", session.value)
    case .ftp(let session): write("ftp", session.value)
    case .pop3(let session): write("pop3", session.value)
    case .imap(let session): write("imap", session.value)
    case .sip(let sip): write(sip.value)
    case .smb(let smb): write(smb.value)
    }
    endObject()
  }

  private mutating func write(_ key: StaticString, _ endpoint: Endpoint) {
    beginObject(key)
    field("address", endpoint.address)
    field("port", endpoint.port)
    endObject()
  }

  /// A moment as the number of its frame and its time; two members.
  mutating func field(_ frame: StaticString, _ time: StaticString, _ moment: Moment?) {
    field(frame, moment?.frame)
    field(time, moment?.time)
  }

  mutating func array(_ key: StaticString, of texts: some Sequence<String>) {
    beginArray(key)
    for text in texts { element(text) }
    endArray()
  }

  mutating func array(_ key: StaticString, of numbers: some Sequence<UInt64>) {
    beginArray(key)
    for number in numbers { element(number) }
    endArray()
  }
}

extension CommunityID {
  /// The ID of a flow whose record is not complete yet.
  init(_ flow: FlowIdentity) {
    self.init(
      originator: flow.originator,
      responder: flow.responder,
      ipProtocol: flow.transport == .tcp ? .tcp : .udp
    )
  }
}
