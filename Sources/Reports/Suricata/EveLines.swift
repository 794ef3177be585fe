package import Analysis
internal import Dissection
package import Flows
package import Packets

/// Events in the format of Suricata's EVE output, one JSON object on each line: `flow`, `dns`,
/// `http`, `tls`, `quic` and `ssh`.
///
/// Members are named and typed as in Suricata 7 with DNS of version 2; its published schema describes
/// them. What Apus does not know is left out.
package struct EveLines: ~Copyable {
  private var json: JSONWriter
  private let seed: UInt64

  /// `seed` makes the `flow_id` of different captures different.
  package init(
    _ output: consuming ByteWriter,
    seed: UInt64 = 0
  ) {
    json = JSONWriter(output)
    self.seed = seed
  }

  package mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) throws(OutputError) {
    guard flow.transport != .none, flow.transport != .fragment else { return }
    let head = EveHead(
      .flow,
      flow: flow.id,
      time: flow.last.nanoseconds,
      from: flow.originator,
      to: flow.responder,
      ipProtocol: flow.ipProtocol
    )
    json.beginObject()
    json.write(head, seed: seed, vlans: path.vlans)
    json.writeEve(flow)
    try endEvent()
  }

  package mutating func write(
    _ transaction: ApplicationTransaction,
    path: borrowing EncapsulationPath
  ) throws(OutputError) {
    let flow = EveFlow(identity: transaction.flow, vlans: path.vlans)
    switch transaction.content {
    case .dns(let content): try write(content.value, in: flow)
    case .http(let content): try write(content.value, in: flow)
    case .tls(let content): try write(content.value, in: flow)
    case .quic(let content): try write(content.value, in: flow)
    case .ssh(let content): try write(content.value, in: flow)
    default: break
    }
  }

  /// Hands what is buffered to the descriptor.
  package mutating func finish() throws(OutputError) { try json.output.flush() }

  /// What an output in memory has collected.
  package mutating func takeBytes() -> [UInt8] { json.output.takeBytes() }

  private mutating func write(
    _ transaction: DNSTransaction,
    in flow: EveFlow
  ) throws(OutputError) {
    if let query = transaction.query, transaction.question != nil {
      begin(.dns, in: flow, at: query)
      json.writeEveQuery(transaction)
      try endEvent()
    }
    if let response = transaction.response {
      begin(.dns, in: flow, at: response)
      json.writeEveAnswer(transaction)
      try endEvent()
    }
  }

  private mutating func write(
    _ transaction: HTTPTransaction,
    in flow: EveFlow
  ) throws(OutputError) {
    let (request, response) = (transaction.request?.times, transaction.response?.times)
    let moments = [
      response?.end, response?.headEnd, response?.start, request?.end, request?.headEnd,
      request?.start,
    ]
    guard let moment = moments.lazy.compactMap({ $0 }).first else { return }
    begin(.http, in: flow, at: moment, transaction: UInt64(max(0, transaction.depth - 1)))
    json.writeEve(transaction)
    try endEvent()
  }

  private mutating func write(_ session: TLSSession, in flow: EveFlow) throws(OutputError) {
    let moments = session.moments
    guard
      let moment = moments.handshakeEnd ?? moments.certificate ?? moments.serverHello
        ?? moments.clientHello
    else { return }
    begin(.tls, in: flow, at: moment)
    json.writeEve(session)
    try endEvent()
  }

  private mutating func write(
    _ connection: QUICConnection,
    in flow: EveFlow
  ) throws(OutputError) {
    guard let moment = connection.moments.clientHello ?? connection.moments.clientInitial
    else { return }
    begin(.quic, in: flow, at: moment)
    json.writeEve(connection)
    try endEvent()
  }

  private mutating func write(_ session: SSHSession, in flow: EveFlow) throws(OutputError) {
    guard let moment = session.server.versionMoment ?? session.client.versionMoment
    else { return }
    begin(.ssh, in: flow, at: moment)
    json.writeEve(session)
    try endEvent()
  }

  private mutating func begin(
    _ kind: EveHead.Kind,
    in flow: EveFlow,
    at moment: Moment,
    transaction: UInt64? = nil
  ) {
    var head = EveHead(
      kind,
      flow: flow.identity.id,
      time: moment.time,
      from: flow.identity.originator,
      to: flow.identity.responder,
      ipProtocol: flow.identity.transport == .tcp ? .tcp : .udp
    )
    head.frame = moment.frame
    head.transaction = transaction
    json.beginObject()
    json.write(head, seed: seed, vlans: flow.vlans)
  }

  private mutating func endEvent() throws(OutputError) {
    json.endObject()
    json.endLine()
    try json.output.checkpoint()
  }
}

/// The flow that an event belongs to.
private struct EveFlow {
  var identity: FlowIdentity
  var vlans: [UInt32]
}

extension EncapsulationPath {
  /// The VLANs in front of everything else, outermost first; EVE tells three.
  fileprivate var vlans: [UInt32] {
    layers.prefix { $0.kind == .vlan }.prefix(3).map(\.identifier)
  }
}
