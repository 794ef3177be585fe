import Packets

extension StreamAssembler {
  /// How far bytes are known to have reached the peer.
  ///
  /// An acknowledgment one beyond the last captured byte may be that of a FIN which was not captured.
  var goal: Int64 {
    let goal = min(acknowledged, finish)
    return goal == next + 1 && held.isEmpty && finish == .max ? next : goal
  }

  /// Gives up the bytes that the peer has acknowledged, once there was time enough for them to come.
  mutating func reviewGap<Sink: StreamSink & ~Copyable>(
    at arrival: SegmentArrival,
    _ sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    let goal = goal
    guard goal > next else { return }
    if awaited != next {
      awaited = next
      awaitedSince = arrival.time.nanoseconds
    }
    let (waited, isOverflow) = arrival.time.nanoseconds
      .subtractingReportingOverflow(awaitedSince)
    guard isOverflow || waited >= memory.limits.patience else { return }
    giveUp(upTo: goal, arrival, &sink, &memory)
  }

  /// Hands on everything before `goal`, missing or not.
  mutating func giveUp<Sink: StreamSink & ~Copyable>(
    upTo goal: Int64,
    _ arrival: SegmentArrival,
    _ sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    while next < goal {
      if let first = held.first, first.start <= goal {
        skip(to: first.start, first.arrival, &sink, &memory)
        drain(&sink, &memory)
      } else {
        skip(to: goal, arrival, &sink, &memory)
      }
    }
  }

  /// Hands on the bytes up to `number` as missing.
  mutating func skip<Sink: StreamSink & ~Copyable>(
    to number: Int64,
    _ arrival: SegmentArrival,
    _ sink: inout Sink,
    _ memory: inout ReassemblyMemory
  ) {
    guard number > next else { return }
    latest = .later(latest, arrival)
    memory.gaps &+= 1
    memory.missingBytes &+= UInt64(number - next)
    sink.skip(number - next, from: direction, latest)
    next = number
  }
}
