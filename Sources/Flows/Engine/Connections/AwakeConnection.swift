/// A connection at full size, with what decides when it may go to sleep.
struct AwakeConnection {
  var connection = TCPConnection()
  /// Place of its flow.
  var flow: Int32 = -1
  /// A packet came since the last look at it.
  var isRecent = true
}
