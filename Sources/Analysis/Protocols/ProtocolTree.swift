/// Frames and bytes of a protocol, and of the protocols inside it, as Wireshark's hierarchy.
///
/// A frame counts once for each place in the hierarchy that it reaches, with all of its bytes.
package struct ProtocolTree: Sendable, Equatable {
  package var frames: UInt64 = 0
  package var bytes: UInt64 = 0
  /// What is directly inside, by Wireshark's names of protocols.
  package private(set) var inside: [String: ProtocolTree] = [:]

  package init() {}

  /// Counts traffic that reached the last of `names` from the top.
  mutating func add(_ traffic: TrafficBin, through names: ArraySlice<String>) {
    guard let name = names.first else { return }
    inside[name, default: ProtocolTree()].count(traffic, through: names.dropFirst())
  }

  /// Counts traffic that went through all of `path` already, in the names that follow it.
  mutating func add(_ traffic: TrafficBin, through names: [String], under path: ArraySlice<String>)
  {
    guard let first = path.first else { return add(traffic, through: names[...]) }
    inside[first, default: ProtocolTree()].add(traffic, through: names, under: path.dropFirst())
  }

  private mutating func count(_ traffic: TrafficBin, through names: ArraySlice<String>) {
    frames &+= traffic.packets
    bytes &+= traffic.bytes
    add(traffic, through: names)
  }

  /// The protocols directly inside, those with the most bytes first.
  package var sorted: [(name: String, tree: ProtocolTree)] {
    inside.sorted {
      ($1.value.bytes, $0.key) < ($0.value.bytes, $1.key)
    }.map { ($0.key, $0.value) }
  }
}
