internal import Flows
internal import Packets

extension JSONWriter {
  mutating func writeEve(_ flow: borrowing FlowRecord) {
    if flow.transport == .icmp || flow.transport == .icmpv6 { writeMessageTypes(of: flow) }
    if let name = Self.applicationProtocol(of: flow) { field("app_proto", name) }
    beginObject("flow")
    field("pkts_toserver", flow.forward.packets)
    field("pkts_toclient", flow.backward.packets)
    field("bytes_toserver", flow.forward.wireBytes)
    field("bytes_toclient", flow.backward.wireBytes)
    quoted("start") { $0.put(eve: flow.first.nanoseconds) }
    quoted("end") { $0.put(eve: flow.last.nanoseconds) }
    // Whole seconds of the clock, as Suricata counts them.
    let second: Int64 = 1_000_000_000
    let age = flow.last.nanoseconds / second - flow.first.nanoseconds / second
    field("age", UInt64(clamping: age))
    field("state", Self.state(of: flow))
    field("reason", Self.reason(for: flow.ending))
    field("alerted", false)
    endObject()
    if let tcp = flow.tcp { write(tcp) }
  }

  /// Echo and the like have the type of their reply for a port, others their code.
  private mutating func writeMessageTypes(of flow: borrowing FlowRecord) {
    let ports = CommunityID.Ports(of: flow.ipProtocol)
    field("icmp_type", flow.originator.port)
    guard !ports.keepsOrder(flow.originator.port) else {
      field("icmp_code", flow.responder.port)
      return
    }
    field("icmp_code", UInt16(0))
    guard flow.backward.packets > 0 else { return }
    field("response_icmp_type", flow.responder.port)
    field("response_icmp_code", UInt16(0))
  }

  private mutating func write(_ tcp: TCPSummary) {
    let (client, server) = (tcp.originator, tcp.responder)
    beginObject("tcp")
    if client.syns > 0 || server.syns > 0 { field("syn", true) }
    if client.fins > 0 || server.fins > 0 { field("fin", true) }
    if client.resets > 0 || server.resets > 0 { field("rst", true) }
    if client.pushes > 0 || server.pushes > 0 { field("psh", true) }
    if client.urgents > 0 || server.urgents > 0 { field("urg", true) }
    field("state", Self.name(of: Self.state(of: tcp)))
    endObject()
  }

  private static func name(of state: TCPState) -> StaticString {
    switch state {
    case .closed: "closed"
    case .listen: "none"
    case .synSent: "syn_sent"
    case .synReceived: "syn_recv"
    case .established: "established"
    case .finWait1: "fin_wait1"
    case .finWait2: "fin_wait2"
    case .closeWait: "close_wait"
    case .closing: "closing"
    case .lastAck: "last_ack"
    case .timeWait: "time_wait"
    }
  }

  /// The protocol that was spoken last, in Suricata's words, which knows fewer.
  private static func applicationProtocol(of flow: borrowing FlowRecord) -> String? {
    guard let name = flow.service?.split(separator: ",").last else { return nil }
    switch name {
    case "ssl": return "tls"
    case "dns", "http", "quic", "dhcp", "ntp", "snmp", "ssh", "smtp", "ftp", "imap", "pop3", "sip",
      "smb":
      return String(name)
    default: return nil
    }
  }

  private static func state(of flow: borrowing FlowRecord) -> StaticString {
    if flow.ending == .finished || flow.ending == .reset { return "closed" }
    if flow.isOneWay { return "new" }
    switch flow.tcp.map(state) {
    case nil, .established, .finWait1, .finWait2, .closing, .closeWait: return "established"
    case .listen, .synSent, .synReceived: return "new"
    case .closed, .lastAck, .timeWait: return "closed"
    }
  }

  /// The state of a connection as a whole, which Suricata has: the client's, but a handshake that the
  /// server has answered is beyond a SYN.
  private static func state(of tcp: TCPSummary) -> TCPState {
    if tcp.originator.resets > 0 || tcp.responder.resets > 0 { return .closed }
    let (client, server) = (tcp.originator.finalState, tcp.responder.finalState)
    return client == .synSent && server == .synReceived ? server : client
  }

  private static func reason(for ending: FlowEnding) -> StaticString {
    switch ending {
    case .endOfCapture: "shutdown"
    case .evicted: "forced"
    case .finished, .reset, .timeout, .superseded: "timeout"
    }
  }
}
