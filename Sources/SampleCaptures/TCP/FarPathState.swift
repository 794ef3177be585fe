/// What the path between the capture point and the server remembers.
struct FarPathState {
  /// When the narrow link has sent all that waits before it.
  var linkFreeAt: UInt64 = 0
  /// When the segment before this one arrives.
  var lastArrival: UInt64 = 0
}
