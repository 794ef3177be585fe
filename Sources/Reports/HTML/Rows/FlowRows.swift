internal import Analysis
internal import Flows
internal import Packets

/// The table `flows`: one row for each flow, in the order in which they end.
struct FlowRows {
  private var budget = RowBudget()
  /// Numbers of the flows listed.
  private var flows: [UInt64] = []

  private var id = IntegerColumn("id", delta: true)
  private var stream = IntegerColumn("stream", delta: true, nullable: true)
  private var transport = CodeColumn<TransportKind>("transport")
  private var service = TextColumn("service", nullable: true)
  private var client = AddressColumn("client")
  private var clientPort = IntegerColumn("client_port", nullable: true)
  private var server = AddressColumn("server")
  private var serverPort = IntegerColumn("server_port", nullable: true)
  private var first = TimeColumn("first_ns")
  private var duration = IntegerColumn("duration_ns", unit: "ns")
  private var firstFrame = IntegerColumn("first_frame", delta: true)
  private var lastFrame = IntegerColumn("last_frame", delta: true)
  private var packetsSent = IntegerColumn("packets_sent")
  private var packetsReceived = IntegerColumn("packets_received")
  private var bytesSent = IntegerColumn("bytes_sent", unit: "bytes")
  private var bytesReceived = IntegerColumn("bytes_received", unit: "bytes")
  private var payloadSent = IntegerColumn("payload_sent", unit: "bytes")
  private var payloadReceived = IntegerColumn("payload_received", unit: "bytes")
  private var severity = CodeColumn<Severity>("severity")
  private var reasons = TextColumn("reasons", nullable: true)
  private var verdict = CodeColumn<FlowVerdict.Limit>("verdict", nullable: true)
  private var state = CodeColumn<ZeekState>("state", nullable: true)
  private var history = TextColumn("history", nullable: true)
  private var ending = CodeColumn<FlowEnding>("ending")
  private var roundTrip = IntegerColumn("round_trip_ns", unit: "ns", nullable: true)
  private var smallestRTT = IntegerColumn("smallest_rtt_ns", unit: "ns", nullable: true)
  private var retransmissions = IntegerColumn("retransmissions")
  private var reordered = IntegerColumn("reordered")
  private var duplicateAcks = IntegerColumn("duplicate_acks")
  private var zeroWindows = IntegerColumn("zero_windows")
  private var zeroWindowTime = IntegerColumn("zero_window_ns", unit: "ns")
  private var goodput = IntegerColumn("goodput_bps", unit: "bit/s", nullable: true)
  private var name = TextColumn("name", nullable: true)
  private var mini = BytesColumn("mini", width: FlowProfile.count)

  /// Lists a flow if there is room; `name` is what it was opened for.
  mutating func append(_ flow: UnsafePointer<FlowRecord>, name: String?) {
    let assessor = FlowAssessor(flow)
    let size = self.name.byteCount + service.byteCount
    guard budget.take(textBytes: size, isNotable: assessor.severity > .ok) else { return }
    identify(flow.pointee, name: name)
    measure(flow.pointee)
    severity.append(assessor.severity, assessor.severity.rawValue)
    reasons.append(Self.names(of: assessor.reasons))
    if let limit = FlowVerdict(flow.pointee)?.limit {
      verdict.append(limit, limit.rawValue)
    } else {
      verdict.appendNull()
    }
    if let tcp = flow.pointee.tcp { measure(tcp) } else { measureNothing() }
  }

  private mutating func identify(_ flow: borrowing FlowRecord, name: String?) {
    flows.append(flow.id)
    id.append(flow.id)
    stream.append(UInt64(flow.stream))
    transport.append(flow.transport, flow.transport.name.description)
    service.append(flow.service)
    client.append(flow.originator.address)
    server.append(flow.responder.address)
    let hasPorts = flow.transport == .tcp || flow.transport == .udp || flow.transport == .sctp
    clientPort.append(hasPorts ? UInt64(flow.originator.port) : nil)
    serverPort.append(hasPorts ? UInt64(flow.responder.port) : nil)
    self.name.append(name)
    ending.append(flow.ending, flow.ending.name.description)
  }

  private mutating func measure(_ flow: borrowing FlowRecord) {
    first.append(flow.first.nanoseconds)
    duration.append(flow.duration)
    firstFrame.append(flow.firstFrame)
    lastFrame.append(flow.lastFrame)
    packetsSent.append(flow.forward.packets)
    packetsReceived.append(flow.backward.packets)
    bytesSent.append(flow.forward.wireBytes)
    bytesReceived.append(flow.backward.wireBytes)
    payloadSent.append(flow.forward.payloadBytes)
    payloadReceived.append(flow.backward.payloadBytes)
    if let profile = flow.profile {
      mini.append((0..<FlowProfile.count).lazy.map { profile.values[$0] })
    } else {
      mini.append(repeatElement(0, count: FlowProfile.count))
    }
  }

  /// Borrowed, and neither side taken out: they are long.
  private mutating func measure(_ tcp: borrowing TCPSummary) {
    state.append(tcp.zeekState, tcp.zeekState.name)
    history.append(tcp.zeekHistory.text)
    roundTrip.append(tcp.handshake.roundTrip)
    smallestRTT.append(tcp.smallestRoundTrip)
    retransmissions.append(
      tcp.originator.headlineRetransmissions &+ tcp.responder.headlineRetransmissions
    )
    reordered.append(tcp.originator.reordered &+ tcp.responder.reordered)
    duplicateAcks.append(tcp.originator.duplicateAcks &+ tcp.responder.duplicateAcks)
    zeroWindows.append(tcp.originator.zeroWindows &+ tcp.responder.zeroWindows)
    zeroWindowTime.append(
      tcp.originator.zeroWindowTime.addingClamped(tcp.responder.zeroWindowTime)
    )
    goodput.append(
      tcp.originator.ackedBytes > tcp.responder.ackedBytes
        ? tcp.originator.goodput : tcp.responder.goodput
    )
  }

  private mutating func measureNothing() {
    state.appendNull()
    history.append(nil)
    roundTrip.append(nil as Int64?)
    smallestRTT.append(nil as Int64?)
    retransmissions.append(0 as Int64)
    reordered.append(0 as Int64)
    duplicateAcks.append(0 as Int64)
    zeroWindows.append(0 as Int64)
    zeroWindowTime.append(0 as Int64)
    goodput.append(nil as Int64?)
  }

  /// Kinds of reasons with commas, worst first; nothing without any.
  private static func names(of reasons: [AssessmentReason]) -> String? {
    guard let first = reasons.first else { return nil }
    guard reasons.count > 1 else { return first.kind.rawValue }
    // The same may be wrong with both directions.
    var names: [String] = []
    for reason in reasons.sorted(by: { $0.severity > $1.severity })
    where !names.contains(reason.kind.rawValue) {
      names.append(reason.kind.rawValue)
    }
    return names.joined(separator: ",")
  }

  /// The table of a capture that begins at `start`; `traced` are the flows that have a trace.
  consuming func table(start: Int64, traced: Set<UInt64>) -> ReportTable {
    first.begin(at: start)
    var isTraced = IntegerColumn("traced")
    for flow in flows { isTraced.append(traced.contains(flow) ? 1 : 0 as Int64) }
    return ReportTable(
      name: "flows",
      rows: budget.rows,
      constants: [.digits("start_ns", start), .number("unlisted", budget.unlisted)],
      columns: [
        id, stream, transport, service, client, clientPort, server, serverPort, first, duration,
        firstFrame, lastFrame, packetsSent, packetsReceived, bytesSent, bytesReceived, payloadSent,
        payloadReceived, severity, reasons, verdict, state, history, ending, roundTrip, smallestRTT,
        retransmissions, reordered, duplicateAcks, zeroWindows, zeroWindowTime, goodput, name, mini,
        isTraced,
      ]
    )
  }
}

extension TCPSummary {
  /// The smallest round trips from the capture point to either end, added up as far as measured.
  fileprivate var smallestRoundTrip: Int64? {
    let (forward, backward) = (originator.rtt, responder.rtt)
    guard forward.count > 0 || backward.count > 0 else { return nil }
    return (forward.count > 0 ? forward.minimum : 0)
      .addingClamped(backward.count > 0 ? backward.minimum : 0)
  }
}
