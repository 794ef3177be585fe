/// In which situation a SYN re-used a known 5-tuple.
package enum PortReuse: UInt8, CaseIterable, Sendable {
  /// The old connection was closed for longer than TIME-WAIT.
  case afterClose
  /// The old connection had been reset.
  case afterReset
  /// Within TIME-WAIT, but with a sequence number or timestamp that makes it legal (RFC 6191).
  case inTimeWait
  /// Within TIME-WAIT without either.
  case inTimeWaitIllegal
  /// The old connection was still open.
  case active
  /// The old connection had only sent SYNs: its initial sequence number changed.
  case synChanged
}
