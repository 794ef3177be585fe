/// What is kept of an RTP session at most.
package enum RTPLimits {
  /// Synchronization sources of one flow; packets of further ones are only counted.
  package static let sources = 64
  /// Payload types named of one stream.
  package static let payloadTypes = 8
  /// A forward jump of the sequence number that is no loss (RFC 3550 A.1, MAX_DROPOUT).
  package static let dropout = 3_000
  /// Packets that have to follow each other before a source is believed (A.1, MIN_SEQUENTIAL).
  package static let sequential = 2
  /// Gaps of a stream that are named.
  package static let gaps = 100
  /// Bytes of a canonical name.
  package static let name = 255
}
