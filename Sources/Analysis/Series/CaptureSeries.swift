package import Flows
package import Packets

/// What happened when: traffic, retransmissions, connections and latencies over the capture's time.
///
/// Its memory is bounded, whatever the length of the capture (see `TimeSeries`).
package struct CaptureSeries: Sendable {
  package private(set) var traffic = TimeSeries<TrafficBin>()
  /// Segments sent again, proven and inferred, as the headline number counts them.
  package private(set) var retransmissions = TimeSeries<CountBin>()
  /// Connections by the moment of their first SYN.
  package private(set) var openings = TimeSeries<CountBin>()
  /// Round trips between the capture point and one end, by the moment of the acknowledgment.
  package private(set) var roundTrips = TimeSeries<DurationBin>()
  /// Name look-ups by the moment of the question.
  package private(set) var nameLookups = TimeSeries<DurationBin>()
  package private(set) var heatmap = RetransmissionHeatmap()

  package init() {}

  /// Counts a frame, by its outermost level; called for every packet.
  @inline(__always)
  package mutating func add(_ packet: borrowing PacketHeaders) {
    guard packet.level == 0 else { return }
    let bytes = UInt64(packet.wireLength)
    traffic.update(at: packet.time) { bin in
      bin.packets &+= 1
      bin.bytes &+= bytes
    }
  }

  /// Counts a finished flow, if it is a connection whose beginning was captured.
  package mutating func add(_ record: borrowing FlowRecord) {
    guard let tcp = record.tcp, !tcp.isPartial, tcp.mirrorOf == nil else { return }
    openings.update(at: record.first) { $0.count &+= 1 }
  }

  /// Takes in what TCP measured since the last time.
  package mutating func add(_ samples: borrowing TCPSamples) {
    for sample in samples.roundTrips { add(sample) }
    for sample in samples.retransmissions { add(sample) }
  }

  @inline(__always)
  package mutating func add(_ sample: RoundTripSample) {
    roundTrips.update(at: sample.time) { $0.add(sample.nanoseconds) }
  }

  package mutating func add(_ sample: RetransmissionSample) {
    retransmissions.update(at: sample.time) { $0.count &+= 1 }
    heatmap.add(HostPair(sample.source, sample.destination), at: sample.time)
  }

  package mutating func addNameLookup(_ nanoseconds: Int64, at time: Timestamp) {
    nameLookups.update(at: time) { $0.add(nanoseconds) }
  }

  package mutating func merge(_ other: CaptureSeries) {
    traffic.merge(other.traffic)
    retransmissions.merge(other.retransmissions)
    openings.merge(other.openings)
    roundTrips.merge(other.roundTrips)
    nameLookups.merge(other.nameLookups)
    heatmap.merge(other.heatmap)
  }

  /// The bins that all series fit into.
  package var axis: SeriesAxis {
    var span = traffic.span
    span.merge(retransmissions.span)
    span.merge(openings.span)
    span.merge(roundTrips.span)
    span.merge(nameLookups.span)
    return span.axis
  }
}
