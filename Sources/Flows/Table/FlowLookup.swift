package import Packets

/// What finds the flow of one packet: its key, the key's hash, and which end sent it.
///
/// It depends on the packet alone, so it is made where packets are decoded, ahead of the flows.
package struct FlowLookup: Sendable {
  let key: FlowKey
  let hash: UInt32
  let isFromLow: Bool

  @inline(__always)
  init(_ packet: borrowing PacketHeaders, seed: UInt64) {
    (key, isFromLow) = FlowKey.make(packet)
    hash = key.hash(seed: seed)
  }

  /// Drawn once for each run: it only places keys in the table, results do not depend on it.
  static let seed = UInt64.random(in: .min ... .max)

  /// Replaces `lookups` by those of `packets`, one for each.
  package static func make(
    for packets: ContiguousArray<PacketHeaders>,
    into lookups: inout ContiguousArray<FlowLookup>
  ) {
    let seed = seed
    lookups.removeAll(keepingCapacity: true)
    packets.withUnsafeBufferPointer { packets in
      for index in packets.indices { lookups.append(FlowLookup(packets[index], seed: seed)) }
    }
  }
}
