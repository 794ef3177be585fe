import Flows

extension ServiceProfile {
  /// A flow that moved less than this in a direction tells of latency rather than of throughput:
  /// about the 45 segments that slow start sends in its first two round trips (RFC 6928).
  private static let throughputBytes: UInt64 = 65_536
  /// Round-trip samples from which a connection's 95th percentile is not just its maximum, and its
  /// median not the time of a few answers that carried the acknowledgment.
  private static let roundTrips: UInt64 = 20

  /// Takes in a finished flow.
  mutating func add(_ record: borrowing FlowRecord) {
    flows &+= 1
    bytes &+= record.forward.wireBytes &+ record.backward.wireBytes
    application = application ?? record.service
    guard let tcp = record.tcp else { return }
    addOpening(tcp, record)
    if !tcp.handshake.isAmbiguous { add(tcp.handshake.roundTrip, to: .handshakeRTT) }
    addRoundTrips(tcp.originator.rtt, .serverRTT, .serverRTTHigh)
    addRoundTrips(tcp.responder.rtt, .clientRTT, .clientRTTHigh)
    if let spent = tcp.timeSpent {
      if spent.answers > 0 {
        add(spent[.serverThink] / Int64(clamping: spent.answers), to: .serverThink)
      }
      addThroughput(tcp, spent)
    }
    add(
      tcp.originator.headlineRetransmissions &+ tcp.responder.headlineRetransmissions,
      of: tcp.originator.dataSegments &+ tcp.responder.dataSegments,
      to: .retransmissions
    )
  }

  private mutating func addOpening(_ tcp: TCPSummary, _ record: borrowing FlowRecord) {
    guard tcp.originator.syns > 0 else { return }
    let isUnanswered = record.backward.packets == 0
    // A SYN just before the capture's end may still have been answered.
    let isUndecided =
      isUnanswered && tcp.originator.syns == 1 && record.ending == .endOfCapture
    guard !isUndecided else { return }
    add(tcp.isRefused, to: .refused)
    add(isUnanswered, to: .unanswered)
    if !tcp.isRefused, !isUnanswered { add(record.ending == .reset, to: .resets) }
  }

  private mutating func addRoundTrips(
    _ rtt: RTTStatistics,
    _ median: SampledMeasure,
    _ high: SampledMeasure
  ) {
    guard rtt.count >= Self.roundTrips else { return }
    add(rtt.p50, to: median)
    add(rtt.p95, to: high)
  }

  /// The rate while data was under way: what either side thinks in between does not count.
  private mutating func addThroughput(_ tcp: TCPSummary, _ spent: TimeSpent) {
    let isDownload = tcp.responder.uniqueBytes >= tcp.originator.uniqueBytes
    let bytes = isDownload ? tcp.responder.uniqueBytes : tcp.originator.uniqueBytes
    let time = spent[isDownload ? .responseTransfer : .requestTransfer]
    guard bytes >= Self.throughputBytes, time > 0 else { return }
    add(Int64(exactly: (Double(bytes) * 8e9 / Double(time)).rounded()), to: .throughput)
  }
}
