/// Bounds and time-outs of the flow engine; times in nanoseconds of the capture's clock.
package struct FlowLimits: Sendable {
  /// Flows held at once; beyond it the one idle longest is given up (`evicted`).
  ///
  /// A flow takes about
  /// 1 KB, so this bounds the table to half a gigabyte under a flood of spoofed SYNs.
  package var maximumFlows = 500_000
  /// Flows past their time-out stay for late packets while no more than this many are held.
  ///
  /// So in ordinary captures a flow is what Wireshark calls a stream. A live capture sets 0.
  package var retainedFlows = 8_192
  /// TCP connections held at full size; beyond it those that are silent are packed to a quarter.
  ///
  /// So many take about 25 MB with their ranges.
  package var awakeConnections = 8_192
  /// A connection with both handshakes done and no packet for this long has timed out.
  package var establishedTimeout: Int64 = 300_000_000_000
  /// The same for connections that are opening or closing.
  package var unfinishedTimeout: Int64 = 60_000_000_000
  package var udpTimeout: Int64 = 60_000_000_000
  package var icmpTimeout: Int64 = 30_000_000_000
  /// How long a closed connection keeps its 5-tuple (Linux: 60 s; RFC 9293 §3.4.2: 2 MSL = 240 s).
  package var timeWait: Int64 = 60_000_000_000

  package init() {}
}
