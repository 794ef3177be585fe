/// A range of sequence space below the highest seen that has not been captured.
struct Hole: BitwiseCopyable {
  var start: Int64
  var end: Int64
  /// The opener: the first captured packet beyond the hole.
  var openerTime: Int64
  var openerFrame: UInt64
  var openerTimestamp: UInt32
  var openerIPID: UInt16
  var openerHasTimestamp: Bool
  /// The bytes were sent before the capture began: never counted as missed.
  var isBeforeCapture = false
  /// Segments captured beyond the hole since it opened.
  var overtakers: UInt32 = 1
}
