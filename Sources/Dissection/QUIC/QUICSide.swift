/// What is known of one side's Initial packets between two datagrams.
struct QUICSide: Sendable {
  var crypto = CryptoStream()
  var handshake = HandshakeAssembler()
  /// The highest packet number that was decrypted.
  var largest: UInt64?
}
