/// An encapsulation path under construction, without an allocation.
struct PathLayers {
  private(set) var count = 0
  /// Kind in the upper, identifier in the lower 32 bits, outermost first.
  private(set) var packed = InlineArray<8, UInt64>(repeating: 0)

  /// Adds a layer; false when the path is as deep as it may be.
  mutating func append(_ kind: EncapsulationPath.Kind, _ identifier: UInt32) -> Bool {
    guard count < EncapsulationPath.maximumDepth else { return false }
    packed[count] = UInt64(kind.rawValue) << 32 | UInt64(identifier)
    count &+= 1
    return true
  }

  /// The path without the numbers that each direction chooses for itself.
  var withoutDirectionalIdentifiers: PathLayers {
    var result = self
    for index in 0..<count {
      let kind = EncapsulationPath.Kind(rawValue: UInt8(truncatingIfNeeded: packed[index] >> 32))
      if kind?.hasDirectionalIdentifier == true { result.packed[index] &= ~0xffff_ffff }
    }
    return result
  }

  /// The path as a value for people.
  var path: EncapsulationPath {
    var layers: [EncapsulationPath.Layer] = []
    for index in 0..<count {
      let kind = EncapsulationPath.Kind(rawValue: UInt8(truncatingIfNeeded: packed[index] >> 32))
      if let kind { layers.append(.init(kind, UInt32(truncatingIfNeeded: packed[index]))) }
    }
    return EncapsulationPath(layers)
  }

  func equals(_ other: borrowing PathLayers) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where packed[index] != other.packed[index] { return false }
    return true
  }

  /// A hash of the layers; `seed` keeps an attacker from choosing collisions.
  func hash(seed: UInt64) -> UInt64 {
    var hash = seed
    for index in 0..<count {
      hash = (hash ^ packed[index]) &* 0x9e37_79b9_7f4a_7c15
      hash ^= hash >> 29
    }
    return hash
  }
}
