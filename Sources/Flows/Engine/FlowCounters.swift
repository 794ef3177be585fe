/// How many flows there were, and what the engine's bounds turned away.
package struct FlowCounters: Sendable, Equatable {
  package var flows: UInt64 = 0
  package var tcp: UInt32 = 0
  package var udp: UInt32 = 0
  package var icmp: UInt32 = 0
  package var sctp: UInt32 = 0
  package var other: UInt32 = 0
  /// Most flows held at once.
  package var mostAlive = 0
  /// Flows given up because the table was full.
  package var evicted: UInt64 = 0

  package init() {}
}
