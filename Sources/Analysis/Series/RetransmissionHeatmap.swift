import Packets

/// Where and when segments were sent again: a series for each of the host pairs that did so most.
package struct RetransmissionHeatmap: Sendable {
  /// At least so many pairs have a row.
  package static let rowLimit = 64

  /// Weight is the number of retransmissions.
  package private(set) var rows = HeavyHitters<HostPair, TimeSeries<CountBin>>(limit: Self.rowLimit)

  package init() {}

  mutating func add(_ pair: HostPair, at time: Timestamp) {
    rows.add(pair, weight: 1) { row in row.update(at: time) { $0.count &+= 1 } }
  }

  package mutating func merge(_ other: RetransmissionHeatmap) { rows.merge(other.rows) }
}
