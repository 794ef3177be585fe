/// Why a flow's record was closed.
package enum FlowEnding: UInt8, CaseIterable, Sendable {
  /// It was still alive when the capture ended.
  case endOfCapture
  /// Both sides finished (FIN) in order.
  case finished
  /// An acceptable RST ended it.
  case reset
  /// No packet for longer than its idle time-out.
  case timeout
  /// A new connection took its 5-tuple.
  case superseded
  /// The flow table was full.
  case evicted
}
