/// What is kept of HTTP at most; what a message has beyond it is read and dropped.
package enum HTTPLimits {
  /// Bytes of a start line or field line; servers refuse longer ones (nginx 8 KiB, Apache 8 KiB).
  package static let line = 16 * 1024
  /// Bytes of a field's value that are kept as text.
  package static let value = 4 * 1024
  /// Fields of one message, trailers included.
  package static let fields = 1_000
  /// Bytes of one message's fields.
  package static let fieldBytes = 512 * 1024
  /// Requests that wait for their responses in one conversation.
  package static let pipelined = 128
  /// Informational responses kept of one transaction.
  package static let informational = 8
  /// Bytes of a first line without end after which the protocol is decided without it.
  package static let recognition = 1_024
}
