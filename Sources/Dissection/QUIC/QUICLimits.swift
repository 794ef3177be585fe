/// What the QUIC dissector holds and does at most, whatever a peer sends.
package enum QUICLimits {
  /// Bytes of each side's CRYPTO stream that are kept; hellos are up to 4 KB.
  package static let cryptoStream = 64 * 1024
  /// Parts of a CRYPTO stream that wait for bytes before them; browsers send some ten.
  package static let cryptoParts = 64
  /// Initial packets of a connection that are decrypted; a handshake has two to ten.
  package static let decryptedInitials = 64
  /// Pairs of keys of a connection: for each version, before and after a Retry.
  package static let keys = 4
  /// Versions of a Version Negotiation packet that are kept.
  package static let versions = 32
  /// Longest reason of a close that is kept, in bytes.
  package static let reason = 256
}
