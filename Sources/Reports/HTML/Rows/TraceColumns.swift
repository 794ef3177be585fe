internal import Analysis
internal import Flows

/// The table `trace-ID`: one row for each packet of a flow, in the order of the capture.
struct TraceColumns {
  private var time = TimeColumn("time_ns")
  private var frame = IntegerColumn("frame", delta: true)
  private var from = IntegerColumn("from")
  private var flags = IntegerColumn("flags")
  private var sequence = IntegerColumn("seq", unit: "bytes", delta: true, nullable: true)
  private var length = IntegerColumn("length", unit: "bytes")
  private var acknowledgment = IntegerColumn("ack", unit: "bytes", delta: true, nullable: true)
  private var window = IntegerColumn("window", unit: "bytes", delta: true, nullable: true)
  private var mark = CodeColumn<SegmentMark>("class", nullable: true)
  private var selectiveAck = TextColumn("sack", nullable: true)
  private var roundTrip = IntegerColumn("rtt_ns", unit: "ns", nullable: true)
  private var originatorState = CodeColumn<TCPState>("state_client", nullable: true)
  private var responderState = CodeColumn<TCPState>("state_server", nullable: true)

  init(_ trace: FlowTrace) {
    for point in trace.points {
      append(point)
      selectiveAck.append(point.selectiveAck == 0 ? nil : trace.selectiveAck(of: point)?.text)
    }
  }

  private mutating func append(_ point: TracePoint) {
    time.append(point.time)
    frame.append(point.frame)
    from.append(point.isFromResponder ? 1 : 0 as Int64)
    flags.append(Int64(point.flags))
    sequence.append(point.sequence)
    length.append(Int64(point.length))
    acknowledgment.append(point.acknowledgment)
    window.append(point.window.map(Int64.init))
    if let kind = point.mark {
      mark.append(kind, kind.name.description)
    } else {
      mark.appendNull()
    }
    roundTrip.append(point.roundTrip)
    append(point.newState(of: .originator), to: &originatorState)
    append(point.newState(of: .responder), to: &responderState)
  }

  private func append(_ state: TCPState?, to column: inout CodeColumn<TCPState>) {
    if let state {
      column.append(state, state.name.description)
    } else {
      column.appendNull()
    }
  }

  consuming func table(of trace: FlowTrace, start: Int64) -> ReportTable {
    time.begin(at: start)
    return ReportTable(
      name: "trace-\(trace.flow)",
      rows: trace.points.count,
      constants: [.digits("start_ns", start), .number("packets", trace.packets)],
      columns: [
        time, frame, from, flags, sequence, length, acknowledgment, window, mark, selectiveAck,
        roundTrip, originatorState, responderState,
      ]
    )
  }
}

extension ReportTable {
  /// The table `traces`: which flows have one, most important first.
  static func listing(_ traces: [FlowTrace], start: Int64) -> ReportTable {
    var flow = IntegerColumn("flow", delta: true)
    var points = IntegerColumn("points")
    var packets = IntegerColumn("packets")
    for trace in traces {
      flow.append(trace.flow)
      points.append(Int64(trace.points.count))
      packets.append(trace.packets)
    }
    return ReportTable(
      name: "traces",
      rows: traces.count,
      constants: [.digits("start_ns", start)],
      columns: [flow, points, packets]
    )
  }
}

extension SelectiveAck {
  /// `left-right` of each block, with commas.
  fileprivate var text: String {
    (0..<count).map { "\(self[$0].left)-\(self[$0].right)" }.joined(separator: ",")
  }
}
