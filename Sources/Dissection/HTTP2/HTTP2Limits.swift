/// What is kept of an HTTP/2 connection at most.
package enum HTTP2Limits {
  /// Bytes of a field block with its continuations.
  package static let block = 256 * 1024
  /// Fields of one block.
  package static let fields = 1_000
  /// Bytes of them, each counted as a table counts it: short blocks can mean long lists.
  package static let fieldBytes = 512 * 1024
  /// Bytes of a dynamic table, whatever a peer allows.
  package static let table = 64 * 1024
  /// Streams that are open at the same time; the oldest is put out for one more.
  package static let streams = 512
  /// Bytes of a SETTINGS frame that is read.
  package static let settings = 4 * 1024
}
