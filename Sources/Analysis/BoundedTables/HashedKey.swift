/// A key with its hash, which is made once for all lists that are asked for the key.
struct HashedKey<Key: Hashable & Sendable>: Sendable {
  let key: Key
  // Seeded anew by every process, so that nobody outside can choose keys that collide.
  let hash: UInt32

  @inline(__always)
  init(_ key: Key) {
    self.key = key
    hash = UInt32(truncatingIfNeeded: key.hashValue)
  }
}
