/// Finds the places of values in a list by their hashes: the list itself is kept elsewhere.
///
/// Hashes are keyed by a number drawn for each run, because names in captures are chosen by others;
/// places go by the order of coming, so that pages do not depend on it.
struct PlaceTable: Sendable {
  private static let seed = UInt64.random(in: .min ... .max)

  /// Places and one; 0 where there is none.
  private var slots = ContiguousArray<UInt32>(repeating: 0, count: 64)
  private var hashes: ContiguousArray<UInt32> = []

  var count: Int { hashes.count }

  /// The place of a value with this hash for which `isEqual` holds.
  @inline(__always)
  func place(_ hash: UInt32, _ isEqual: (Int) -> Bool) -> UInt32? {
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] != 0 {
      let place = slots[slot] &- 1
      if hashes[Int(place)] == hash, isEqual(Int(place)) { return place }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Gives a value that is not there yet the next place.
  mutating func append(_ hash: UInt32) -> UInt32 {
    let place = UInt32(truncatingIfNeeded: hashes.count)
    hashes.append(hash)
    if hashes.count * 2 > slots.count {
      slots = ContiguousArray(repeating: 0, count: slots.count * 2)
      for known in hashes.indices { put(UInt32(truncatingIfNeeded: known)) }
    } else {
      put(place)
    }
    return place
  }

  private mutating func put(_ place: UInt32) {
    var slot = Int(hashes[Int(place)]) & (slots.count - 1)
    while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = place + 1
  }

  /// The hash of some bytes, eight at a time.
  static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var state = seed ^ UInt64(bytes.count)
    var index = 0
    while index + 8 <= bytes.count {
      let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: index, as: UInt64.self)
      state = mix(state, word)
      index += 8
    }
    var rest: UInt64 = 0
    while index < bytes.count {
      rest = rest << 8 | UInt64(bytes[index])
      index += 1
    }
    return finish(mix(state, rest))
  }

  /// The hash of two words.
  static func hash(_ first: UInt64, _ second: UInt64) -> UInt32 {
    finish(mix(mix(seed, first), second))
  }

  /// Both halves of a product (the step of wyhash).
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let product = (state ^ 0x9e37_79b9_7f4a_7c15).multipliedFullWidth(
      by: word ^ state &* 0xd6e8_feb8_6659_fd93 | 1
    )
    return product.high ^ product.low &+ word
  }

  private static func finish(_ state: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: state.mixed >> 32)
  }
}
