/// The fields of a TCP header (RFC 9293 §3.1) and the options that analysis uses.
package struct TCPHeader: Sendable {
  package var sequence: UInt32 = 0
  package var acknowledgment: UInt32 = 0
  package var flags: TCPFlags = []
  /// The window field as sent, unscaled.
  package var window: UInt16 = 0
  package var urgentPointer: UInt16 = 0
  /// Header bytes, options included.
  package var headerLength: UInt8 = 0
  package var options = TCPOptions()

  package init() {}
}
