/// The form in which a flow's TCP connection is held: the smallest that serves.
enum ConnectionForm {
  /// The flow is not TCP.
  case none
  /// Only its SYN was captured: the place of that packet.
  case opening(Int32)
  /// At full size: its place.
  case awake(Int32)
  /// Silent for a while.
  case asleep(PackedConnection)
}
