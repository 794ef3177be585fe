import Crypto

/// HMAC with SHA-256 (RFC 2104), and from it the derivation of QUIC's keys (RFC 5869, RFC 8446 §7.1).
///
/// swift-crypto's own HKDF looks its types up anew with every call, which costs four times as much as
/// the hashing; every flow that begins like QUIC pays for it.
struct QUICKeyDerivation: Sendable {
  private let inner: SHA256
  private let outer: SHA256

  /// Hashes with a key of at most 64 bytes.
  init(key: [UInt8]) {
    inner = Self.hash(of: key, mask: 0x36)
    outer = Self.hash(of: key, mask: 0x5c)
  }

  /// The authentication code of `message`; with a salt as the key, HKDF-Extract.
  func code(of message: [UInt8]) -> [UInt8] {
    var inner = inner
    message.withUnsafeBytes { inner.update(bufferPointer: $0) }
    var outer = outer
    inner.finalize().withUnsafeBytes { outer.update(bufferPointer: $0) }
    return outer.finalize().withUnsafeBytes { [UInt8]($0) }
  }

  /// HKDF-Expand-Label without context, for `count` bytes, which are 32 at most; the label comes from
  /// ``label(_:count:)``.
  func expand(_ label: [UInt8], count: Int) -> [UInt8] { Array(code(of: label).prefix(count)) }

  /// What is hashed for a label: the description of RFC 8446 §7.1, and the number of the block.
  static func label(_ name: String, count: Int) -> [UInt8] {
    let name = Array("tls13 ".utf8) + Array(name.utf8)
    return [0, UInt8(count), UInt8(name.count)] + name + [0, 1]
  }

  private static func hash(of key: [UInt8], mask: UInt8) -> SHA256 {
    var block = InlineArray<64, UInt8>(repeating: mask)
    for (index, byte) in key.prefix(64).enumerated() { block[index] ^= byte }
    var hash = SHA256()
    block.span.withUnsafeBytes { hash.update(bufferPointer: $0) }
    return hash
  }
}
