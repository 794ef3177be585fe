/// What is kept of packets for traces at most.
package struct TraceLimits: Sendable {
  /// Bytes of points, of flows alive and ended: half a million packets, more than are handed on.
  package var pointBytes = 32 << 20
  /// Selective acknowledgments that are kept, of 72 bytes each.
  package var selectiveAcks = 400_000
  /// Points of a flow; when it has as many, half of them go.
  package var pointsOfFlow = 200_000
  /// Flows whose traces are handed on in the end, and their points together: what a page can hold.
  package var flows = 64
  package var points = 250_000

  package init() {}
}
