import Packets

/// The latest openings of TCP connections, to link the flows of one connection that was captured on
/// two encapsulation paths (mirrored both before and after a VLAN or a tunnel).
///
/// A connection is told by its 5-tuple and the initial sequence number of its SYN: that two paths
/// carry different connections with both the same, at the same time, is as likely as guessing the
/// number (RFC 9293 §3.4.1). Connections whose SYN was not captured are not linked.
struct MirrorTable {
  /// Openings remembered, one for each place.
  ///
  /// Copies follow within milliseconds, so this does for a hundred thousand openings a second; a
  /// link that is missed only leaves two flows apart.
  private static let places = 1024
  /// Nanoseconds between the two SYNs of one connection, at most: far above any mirror's delay, and
  /// below the first retransmission of a SYN (RFC 6298 §2.1).
  private static let span: Int64 = 1_000_000_000

  private struct Opening {
    var key: FlowKey
    var path: UInt32
    var sequence: UInt32
    var time: Int64
    var flow: UInt64
  }

  private var openings = [Opening?](repeating: nil, count: Self.places)

  /// The flow whose connection `flow` is, on another path; `nil` if it is the first, which is then
  /// remembered.
  mutating func original(
    of flow: UInt64,
    _ key: FlowKey,
    sequence: UInt32,
    at time: Int64
  ) -> UInt64? {
    var plain = key
    plain.path = 0
    let place = Int(plain.hash(seed: UInt64(sequence)) % UInt32(Self.places))
    if let known = openings[place], known.sequence == sequence, known.path != key.path,
      known.key == plain, (-Self.span...Self.span).contains(time &- known.time)
    {
      return known.flow
    }
    openings[place] = Opening(
      key: plain,
      path: key.path,
      sequence: sequence,
      time: time,
      flow: flow
    )
    return nil
  }
}
