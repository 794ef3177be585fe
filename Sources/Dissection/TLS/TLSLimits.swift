/// What the TLS dissector holds at most, whatever a peer sends.
package enum TLSLimits {
  /// Longest handshake message that is kept, in bytes; of longer ones the rest is stepped over.
  ///
  /// Certificate chains are 2 to 20 KB; some with post-quantum signatures reach 100 KB.
  package static let handshakeMessage = 256 * 1024
  /// Certificates of a chain that are read; chains on the web have two to four.
  package static let certificates = 16
  /// Longest certificate that is read, in bytes.
  package static let certificate = 64 * 1024
  /// Names of one certificate that are kept; the most seen on the web are a few hundred.
  package static let certificateNames = 1024
  /// Alerts of a session that are kept.
  package static let alerts = 16
  /// Steps of a session that are listed, as many as Zeek writes into `ssl_history`.
  package static let steps = 100
}
