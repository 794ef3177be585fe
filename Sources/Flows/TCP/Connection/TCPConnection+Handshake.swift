import Packets

extension ConnectionProgress {
  /// Follows the handshake and the first request for the times of each stage.
  mutating func follow(
    _ segment: Segment,
    direction: FlowDirection,
    acknowledging acknowledged: Int64
  ) {
    if segment.flags.contains(.syn) {
      followSYN(segment, direction: direction)
    } else if segment.flags.contains(.ack), handshake.synAckToAck == nil, stages.synAck != nil,
      direction == .originator, acknowledged >= 1
    {
      handshake.synAckToAck = max(0, segment.time &- synAckTime)
      handshake.isAmbiguous = synCount > 1 || synAckCount > 1
      stages.ack = segment.time
    }
    if direction == .originator {
      if segment.payload > 0, stages.response == nil { stages.requestEnd = segment.time }
      if stages.request == nil, segment.payload > 0, !segment.flags.contains(.syn) {
        stages.request = segment.time
        stages.requestFrame = segment.frame
        requestEnd = segment.start &+ segment.payload
      }
    } else if stages.request != nil {
      if stages.requestAcked == nil, segment.flags.contains(.ack),
        acknowledged >= requestEnd
      {
        stages.requestAcked = segment.time
      }
      if stages.response == nil, segment.payload > 0 { stages.response = segment.time }
    }
  }

  private mutating func followSYN(_ segment: Segment, direction: FlowDirection) {
    if segment.flags.contains(.ack) {
      guard handshake.synAckToAck == nil else { return }
      if synTime != .min { handshake.synToSynAck = max(0, segment.time &- synTime) }
      if synAckCount < .max { synAckCount += 1 }
      synAckTime = segment.time
      if stages.synAck == nil {
        stages.synAck = segment.time
        stages.synAckFrame = segment.frame
      }
    } else if direction == .originator {
      guard stages.synAck == nil else {
        if synCount < .max { synCount += 1 }
        return
      }
      if synCount < .max { synCount += 1 }
      synTime = segment.time
      if stages.syn == nil {
        stages.syn = segment.time
        stages.synFrame = segment.frame
      }
    }
  }
}
