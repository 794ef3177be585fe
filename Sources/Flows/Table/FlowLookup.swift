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

  /// Puts the lookups of `packets` at the front of `lookups`, which keeps what it has beyond them.
  package static func make(
    for packets: ContiguousArray<PacketHeaders>,
    into lookups: inout ContiguousArray<FlowLookup>
  ) {
    let seed = seed
    // Written in place: growing one by one asks for the buffer's owner every time.
    while lookups.count < packets.count {
      lookups.append(FlowLookup(packets[lookups.count], seed: seed))
    }
    packets.withUnsafeBufferPointer { packets in
      lookups.withUnsafeMutableBufferPointer { lookups in
        for index in packets.indices { lookups[index] = FlowLookup(packets[index], seed: seed) }
      }
    }
  }
}
