/// What fragment reassembly did and what its bounds turned away.
package struct FragmentCounters: Equatable, Sendable {
  /// Fragments seen.
  package var fragments: UInt64 = 0
  /// Datagrams put together.
  package var datagrams: UInt64 = 0
  /// Fragments turned away because too much was waiting already.
  package var refused: UInt64 = 0
  /// Fragments that were cut by the snap length, or contradict their datagram.
  package var unusable: UInt64 = 0
  /// Datagrams given up: the rest did not come in time.
  package var timedOut: UInt64 = 0
  /// Datagrams given up because newer ones needed the room, or because IPv6 forbids overlaps.
  package var discarded: UInt64 = 0

  package init() {}
}
