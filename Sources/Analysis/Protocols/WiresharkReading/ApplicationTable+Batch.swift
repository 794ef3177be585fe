import Flows
import Packets

extension ApplicationTable {
  /// Counts what the packets of a batch carry; `placements` says for each where it belongs.
  mutating func count(
    _ batch: borrowing PacketBatch,
    _ placements: ContiguousArray<FlowPlacement>,
    into protocols: inout ProtocolCounter
  ) {
    batch.packets.withUnsafeBufferPointer { packets in
      guard let first = packets.baseAddress, packets.count == placements.count else { return }
      for index in packets.indices {
        let packet = first + index
        var application = ApplicationPath.none
        batch.withPayload(of: packet) { payload in
          payload.withUnsafeBytes {
            application = path(of: packet.pointee, placements[index], $0)
          }
        }
        guard application != .none else { continue }
        // The levels of a frame stand one after another, this packet's last.
        let levels = min(Int(packet.pointee.level), index) + 1
        protocols.add(
          application,
          inside: UnsafeBufferPointer(start: packet - (levels - 1), count: levels)
        )
      }
    }
  }
}
