/// The encapsulation paths of one capture, each with its number.
///
/// An open-addressing table: entries are never removed, because headers refer to them by number.
struct PathTable {
  /// Distinct paths kept; the rest share `PathID.overflow`.
  ///
  /// A trunk has at most 4,094 VLANs and real captures have few tunnels, while a flood of random
  /// tags must not grow memory (each entry has 80 bytes and 8 of slots, so 6 MiB).
  static let maximumCount = 65_536

  /// Packets whose path had no room in the table.
  private(set) var overflowCount: UInt64 = 0

  private struct Entry {
    var layers: PathLayers
    var flowPath: PathID
  }

  /// Entry 0 is the empty path.
  private var entries: ContiguousArray<Entry> = [Entry(layers: PathLayers(), flowPath: .none)]
  /// Entry numbers, 0 for a free slot; a power of two, at most half full.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 64)
  /// The last path seen of each depth: consecutive packets mostly share theirs.
  private var recent = InlineArray<9, UInt32>(repeating: 0)
  private let seed = UInt64.random(in: .min ... .max)

  /// The numbers of a path: itself, and without its directional identifiers.
  mutating func identify(_ layers: borrowing PathLayers) -> (path: PathID, flowPath: PathID) {
    if layers.count == 0 { return (.none, .none) }
    let last = Int(recent[layers.count])
    if entries[last].layers.equals(layers) {
      return (PathID(rawValue: UInt32(truncatingIfNeeded: last)), entries[last].flowPath)
    }
    return find(copy layers)
  }

  var count: Int { entries.count }

  func path(_ id: PathID) -> EncapsulationPath {
    id.rawValue < UInt32(entries.count)
      ? entries[Int(id.rawValue)].layers.path : EncapsulationPath()
  }

  private mutating func find(_ layers: PathLayers) -> (path: PathID, flowPath: PathID) {
    let path = intern(layers)
    guard path != .overflow else { return (path, path) }
    recent[layers.count] = path.rawValue
    if entries[Int(path.rawValue)].flowPath == .none {
      let plain = layers.withoutDirectionalIdentifiers
      entries[Int(path.rawValue)].flowPath = plain.equals(layers) ? path : intern(plain)
    }
    return (path, entries[Int(path.rawValue)].flowPath)
  }

  private mutating func intern(_ layers: PathLayers) -> PathID {
    var slot = Int(truncatingIfNeeded: layers.hash(seed: seed)) & (slots.count - 1)
    while slots[slot] != 0 {
      if entries[Int(slots[slot])].layers.equals(layers) { return PathID(rawValue: slots[slot]) }
      slot = (slot &+ 1) & (slots.count - 1)
    }
    guard entries.count < Self.maximumCount else {
      overflowCount &+= 1
      return .overflow
    }
    let number = UInt32(entries.count)
    entries.append(Entry(layers: layers, flowPath: .none))
    slots[slot] = number
    if entries.count * 2 > slots.count { grow() }
    return PathID(rawValue: number)
  }

  private mutating func grow() {
    slots = ContiguousArray(repeating: 0, count: slots.count * 2)
    for number in 1..<entries.count {
      var slot =
        Int(truncatingIfNeeded: entries[number].layers.hash(seed: seed)) & (slots.count - 1)
      while slots[slot] != 0 { slot = (slot &+ 1) & (slots.count - 1) }
      slots[slot] = UInt32(number)
    }
  }
}
