/// How far a connection is, as far as it decides how long it may be silent.
enum ConnectionPhase: UInt8 {
  /// Opening or closing.
  case unfinished
  /// Both sides are established.
  case established
  /// Both sides have closed, or the connection was reset.
  case closed
}
