extension TCPConnection {
  /// Whether a segment may change whose turn it is or end a pause; cheap, for every data segment.
  @inline(__always)
  static func mayTurn(
    _ segment: Segment,
    _ direction: FlowDirection,
    sender: borrowing TCPHalf,
    _ turns: borrowing TurnMeter
  ) -> Bool {
    if turns.speaker != direction { return true }
    let since = sender.idleSince
    return since != .min && segment.time &- since > TurnMeter.shortestPause
  }

  /// Follows whose turn it is, before the segment is taken in.
  @inline(never)
  static func turn(
    _ segment: Segment,
    _ direction: FlowDirection,
    sender: borrowing TCPHalf,
    receiver: borrowing TCPHalf,
    _ progress: inout ConnectionProgress
  ) {
    // What is sent again does not take the turn.
    guard segment.end > sender.high else { return }
    guard let speaker = progress.turns.speaker else {
      progress.turns.open(by: direction, at: segment.time)
      return
    }
    let time = segment.time
    let crossing = progress.crossing(to: direction, smallest: receiver.rtt.smallest)
    if speaker == direction {
      progress.turns.resume(
        at: time,
        idleSince: sender.idleSince,
        crossing: crossing,
        stalls: TurnMeter.Stalls(of: sender, to: receiver, at: time)
      )
    } else {
      let spoken = min(receiver.lastData, time)
      progress.turns.change(
        to: direction,
        at: time,
        frames: (last: receiver.lastDataFrame, now: segment.frame),
        spoken: spoken,
        crossing: crossing,
        stalls: TurnMeter.Stalls(of: receiver, to: sender, at: spoken),
        stallsOfNext: TurnMeter.Stalls(of: sender, to: receiver, at: time)
      )
    }
  }
}

extension ConnectionProgress {
  /// The shortest round trip known between the capture point and a side; 0 where none is.
  ///
  /// `smallest` is that of the data which the side acknowledged.
  func crossing(to side: FlowDirection, smallest: Int64?) -> Int64 {
    let half = side == .responder ? handshake.synToSynAck : handshake.synAckToAck
    switch (half, smallest) {
    case (let half?, let smallest?): return min(half, smallest).span
    case (let known?, nil), (nil, let known?): return known.span
    case (nil, nil): return 0
    }
  }
}

extension TCPHalf {
  /// How long this side's window was closed until `time`.
  func closedWindowTime(at time: Int64) -> Int64 {
    let open = zeroWindowSince == .min ? 0 : max(0, time &- zeroWindowSince)
    return zeroWindowTimeSoFar &+ open
  }
}
