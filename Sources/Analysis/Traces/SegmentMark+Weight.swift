import Flows

extension SegmentMark {
  /// How much a trace loses without the packet: 2 for what shows loss or a stop, 1 for what only
  /// goes with it.
  var weight: UInt8 {
    switch self {
    case .gap, .windowUpdate, .keepAliveAck, .ackOfUnseen, .windowShrink, .duplicateAck,
      .duplicateFrame, .windowFull:
      1
    default: 2
    }
  }
}
