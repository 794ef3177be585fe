import Analysis
import Packets

extension FuzzTarget {
  /// The text of a filter, run on packets of every transport.
  func runFilter(_ bytes: [UInt8]) {
    guard var filter = try? PacketFilter(String(decoding: bytes, as: UTF8.self)) else { return }
    // Each time code, so also the earliest and the latest moment there is.
    let codes = (0..<64).flatMap {
      [UInt8($0 * 4), UInt8($0 & 31)] + [UInt8](repeating: 0, count: 4)
    }
    var script = PacketScript(FuzzInput(codes))
    var packets: ContiguousArray<PacketHeaders> = []
    while let packet = script.packet() { packets.append(packet) }
    for index in packets.indices {
      let range = max(0, index - 1)..<index + 1
      _ = filter.matches(packets, in: range) { _ in EncapsulationPath() }
    }
  }
}
